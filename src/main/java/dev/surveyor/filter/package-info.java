/**
 * The filter language: text to a predicate on raw records. It decides on bytes where it can, decodes only what it must
 * and says apart what it could not decide. The grammar is in {@code docs/filter.md}.
 */
@NullMarked
package dev.surveyor.filter;

import org.jspecify.annotations.NullMarked;
