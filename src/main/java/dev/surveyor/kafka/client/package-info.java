/**
 * What every client of a connection has in common: its properties, its name, its threads, where its events go, and who
 * closes it. Knows no particular use of a client.
 */
@NullMarked
package dev.surveyor.kafka.client;

import org.jspecify.annotations.NullMarked;
