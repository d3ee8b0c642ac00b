/**
 * Puts a live table together: bars, rows and inspector, and the keys that act on all of them.
 */
@NullMarked
package dev.surveyor.ui.records.page;

import org.jspecify.annotations.NullMarked;
