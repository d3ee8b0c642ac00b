/**
 * How moments and the distances between them are written and read, the same in every window, file and filter. What is
 * written here can be read here. No clocks, and nothing that waits.
 */
@NullMarked
package dev.surveyor.domain.time;

import org.jspecify.annotations.NullMarked;
