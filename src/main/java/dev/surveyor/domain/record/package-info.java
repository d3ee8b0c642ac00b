/**
 * Records, headers and where they stand in a partition: raw bytes and numbers, never decoded text. Nothing here
 * knows a Kafka class, a file format or a screen.
 */
@NullMarked
package dev.surveyor.domain.record;

import org.jspecify.annotations.NullMarked;
