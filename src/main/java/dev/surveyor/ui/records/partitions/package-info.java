/**
 * The choice of the partitions that a table reads.
 */
@NullMarked
package dev.surveyor.ui.records.partitions;

import org.jspecify.annotations.NullMarked;
