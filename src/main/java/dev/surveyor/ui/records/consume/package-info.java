/**
 * The bars above and below the rows: where to start, as whom, which partitions; pause, stop and follow; notices and counts.
 */
@NullMarked
package dev.surveyor.ui.records.consume;

import org.jspecify.annotations.NullMarked;
