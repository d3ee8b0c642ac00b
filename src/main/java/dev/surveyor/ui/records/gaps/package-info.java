/** Why offsets between two rows were not delivered. */
@NullMarked
package dev.surveyor.ui.records.gaps;

import org.jspecify.annotations.NullMarked;
