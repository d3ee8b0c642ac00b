/**
 * The bar above the rows: where to start, as whom, pause, stop and follow; what the table is doing, in one word, and what the
 * strip of notices has to say of it.
 */
@NullMarked
package dev.surveyor.ui.records.consume;

import org.jspecify.annotations.NullMarked;
