/** Mistakes that a rule of the layout must catch; nothing here is ever run. */
@NullMarked
package dev.surveyor.archmistakes.ui.inspector;

import org.jspecify.annotations.NullMarked;
