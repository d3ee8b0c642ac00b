/**
 * Turns what the Kafka clients throw into words for a person, in one place. Nothing else words a failure of a client.
 */
@NullMarked
package dev.surveyor.kafka.failure;

import org.jspecify.annotations.NullMarked;
