/**
 * The rows of the live table: its columns, cells, order and menu. Knows what a table decides, not which bars stand around it.
 */
@NullMarked
package dev.surveyor.ui.records.table;

import org.jspecify.annotations.NullMarked;
