/**
 * What may be typed next in a filter: fields and values that were seen in a sample of records, with how often.
 */
@NullMarked
package dev.surveyor.filter.suggest;

import org.jspecify.annotations.NullMarked;
