/** The rows of a table: what the buffer has for the screen, where the user looks among them, marks, and the ticks that look at it all. */
@NullMarked
package dev.surveyor.ui.records.rows;

import org.jspecify.annotations.NullMarked;
