/**
 * The words in which views are written: buttons and menu items by id, words and tooltip, columns and cells, spacers,
 * what comes and goes with its room, style sheets; and small controls that more than one screen uses, with the looks of
 * the design: chips, tags, banners, pages. None of them knows a feature.
 */
@NullMarked
package dev.surveyor.ui.parts;

import org.jspecify.annotations.NullMarked;
