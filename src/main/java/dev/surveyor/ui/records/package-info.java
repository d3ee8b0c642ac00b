/**
 * The live table of a topic and the inspector beside it, a folder for each part with its view model and its views. What
 * all of them may use lies here; {@code model} makes the parts of a table, {@code page} puts them on the page. Bytes
 * become text only in cells that are on the screen.
 */
@NullMarked
package dev.surveyor.ui.records;

import org.jspecify.annotations.NullMarked;
