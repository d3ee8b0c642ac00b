/**
 * Catches what the Kafka clients log, and writes the log file of the program. The only user of Logback's own classes;
 * everyone else logs through SLF4J.
 */
@NullMarked
package dev.surveyor.kafka.log;

import org.jspecify.annotations.NullMarked;
