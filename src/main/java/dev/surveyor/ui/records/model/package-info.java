/** A live table as a whole: its view model, which makes the parts that the other folders hold. */
@NullMarked
package dev.surveyor.ui.records.model;

import org.jspecify.annotations.NullMarked;
