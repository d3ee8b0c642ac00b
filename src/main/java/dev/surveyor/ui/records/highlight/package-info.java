/**
 * The editor of the rules that give rows of a table a colour.
 */
@NullMarked
package dev.surveyor.ui.records.highlight;

import org.jspecify.annotations.NullMarked;
