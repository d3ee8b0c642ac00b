/**
 * What is sent, with which settings, and what became of it.
 */
@NullMarked
package dev.surveyor.domain.produce;

import org.jspecify.annotations.NullMarked;
