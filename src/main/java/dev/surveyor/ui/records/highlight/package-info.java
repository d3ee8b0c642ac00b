/** Rules that give rows of a table a colour: what they decide, how it is drawn, and their editor. */
@NullMarked
package dev.surveyor.ui.records.highlight;

import org.jspecify.annotations.NullMarked;
