/**
 * One sealed type for all that a client reports, each event with a text that a person can read.
 */
@NullMarked
package dev.surveyor.domain.event;

import org.jspecify.annotations.NullMarked;
