/**
 * The live table of a topic or of several, a folder for each part of it. What all of them may use lies here; {@code model}
 * makes the parts of a table, {@code table} draws the rows, {@code page} puts all on the page. Bytes become text only in
 * cells that are on the screen.
 */
@NullMarked
package dev.surveyor.ui.records;

import org.jspecify.annotations.NullMarked;
