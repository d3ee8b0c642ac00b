/**
 * Asks a cluster about its brokers, topics, groups and offsets with the admin client.
 */
@NullMarked
package dev.surveyor.kafka.cluster;

import org.jspecify.annotations.NullMarked;
