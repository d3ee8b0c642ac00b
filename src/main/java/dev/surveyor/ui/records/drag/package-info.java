/** Records on their way out of a live table: to a producer, to other programs, and to folders. */
@NullMarked
package dev.surveyor.ui.records.drag;

import org.jspecify.annotations.NullMarked;
