/**
 * The filter bar: the field with its verdict, completion, and the filters that were used or saved.
 */
@NullMarked
package dev.surveyor.ui.records.filter;

import org.jspecify.annotations.NullMarked;
