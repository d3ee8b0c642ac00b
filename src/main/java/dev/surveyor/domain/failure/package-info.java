/**
 * What went wrong, in words for a person. Made once, where an exception of a client is caught; shown everywhere.
 */
@NullMarked
package dev.surveyor.domain.failure;

import org.jspecify.annotations.NullMarked;
