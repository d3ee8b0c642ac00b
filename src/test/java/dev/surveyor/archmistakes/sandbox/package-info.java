/** Mistakes that a rule of the layout must catch; nothing here is ever run. */
@NullMarked
package dev.surveyor.archmistakes.sandbox;

import org.jspecify.annotations.NullMarked;
