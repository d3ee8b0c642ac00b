/** The records of Kafka's own topics as JSON, read with the messages that the broker itself uses. */
@NullMarked
package dev.surveyor.kafka.decode;

import org.jspecify.annotations.NullMarked;
