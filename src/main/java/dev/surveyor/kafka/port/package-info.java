/**
 * Looks at a port with a socket of its own, before any client is made: whether it takes connections and what it speaks.
 * Knows nothing of a connection's other settings and words no failure.
 */
@NullMarked
package dev.surveyor.kafka.port;

import org.jspecify.annotations.NullMarked;
