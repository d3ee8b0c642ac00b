/**
 * The values of headers: what is known of those that programs around Kafka write as bytes, numbers above all, and how a
 * value is read by its name or as the user chose.
 */
@NullMarked
package dev.surveyor.codec.header;

import org.jspecify.annotations.NullMarked;
