/**
 * The formats in which a key or value may be written, one class each, and how they are told apart. A decoder answers
 * with text or with the reason why not; it never throws and never takes more room than its limit.
 */
@NullMarked
package dev.surveyor.codec.format;

import org.jspecify.annotations.NullMarked;
