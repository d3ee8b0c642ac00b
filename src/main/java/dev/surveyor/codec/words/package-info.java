/** Numbers, sizes, counts, lists and partitions as people read and write them. */
@NullMarked
package dev.surveyor.codec.words;

import org.jspecify.annotations.NullMarked;
