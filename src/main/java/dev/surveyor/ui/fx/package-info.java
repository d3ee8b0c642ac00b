/**
 * The seam to the toolkit: the only callers of Platform and of timelines, and the way of work off the JavaFX thread and
 * back. Everything else on the screen gets these by constructor, so that it can be tested without a toolkit.
 */
@NullMarked
package dev.surveyor.ui.fx;

import org.jspecify.annotations.NullMarked;
