/**
 * What the window remembers between two starts: small texts by key, and the kinds of choices that they are.
 */
@NullMarked
package dev.surveyor.service.settings;

import org.jspecify.annotations.NullMarked;
