/**
 * What a person typed to the bytes that are sent. A text that does not fit its type is answered with what is wrong,
 * where, and what is allowed; it is never bent to fit.
 */
@NullMarked
package dev.surveyor.codec.encode;

import org.jspecify.annotations.NullMarked;
