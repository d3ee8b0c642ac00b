/**
 * The live table of a topic and the inspector beside it. The view models decide, without a control; the views draw.
 * Bytes become text only in cells that are on the screen.
 */
@NullMarked
package dev.surveyor.ui.records;

import org.jspecify.annotations.NullMarked;
