/**
 * Small controls that more than one screen uses, with the looks of the design: chips, tags, banners, pages. None of
 * them knows a feature.
 */
@NullMarked
package dev.surveyor.ui.parts;

import org.jspecify.annotations.NullMarked;
