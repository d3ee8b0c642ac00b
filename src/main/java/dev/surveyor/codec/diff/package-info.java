/** What is different between two values: by path for JSON, by line for text, by offset for bytes. */
@NullMarked
package dev.surveyor.codec.diff;

import org.jspecify.annotations.NullMarked;
