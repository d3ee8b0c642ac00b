/**
 * What every record says of itself: the one list of it, with its names, its texts in full and its order. Columns, copies,
 * metadata, matches, CSV files and the fields of a filter take theirs from here.
 */
@NullMarked
package dev.surveyor.codec.record;

import org.jspecify.annotations.NullMarked;
