/**
 * What the sandbox is filled with: four topics that show each kind of record, and a generator that keeps one of them
 * moving. Written by the ordinary clients, so that it is what any program could have written.
 */
@NullMarked
package dev.surveyor.sandbox.sample;

import org.jspecify.annotations.NullMarked;
