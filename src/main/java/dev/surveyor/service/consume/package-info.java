/**
 * Running consumers: start, pause, move, stop; the bounded buffer between the poll thread and the screen.
 */
@NullMarked
package dev.surveyor.service.consume;

import org.jspecify.annotations.NullMarked;
