/**
 * Producers on the Apache client: sending off every caller's thread, and the book that follows each record to its
 * report. Other packages see them only through the ports of {@code service.produce}.
 */
@NullMarked
package dev.surveyor.kafka.produce;

import org.jspecify.annotations.NullMarked;
