/** From the bytes of a fetch to records: shown where the client received them, or copied for keeping. */
@NullMarked
package dev.surveyor.kafka.record;

import org.jspecify.annotations.NullMarked;
