/**
 * Runs consumers, each on a poll thread of its own that alone touches its {@code KafkaConsumer}. Others queue commands
 * and get futures; what comes out are batches of raw records, a status, and events.
 */
@NullMarked
package dev.surveyor.kafka.consume;

import org.jspecify.annotations.NullMarked;
