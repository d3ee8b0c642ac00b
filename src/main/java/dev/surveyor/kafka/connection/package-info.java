/**
 * Opens a connection to a cluster and watches whether it lives. Puts the parts of a session together: the reader of the
 * cluster, consumers, producers, searches, members of groups.
 */
@NullMarked
package dev.surveyor.kafka.connection;

import org.jspecify.annotations.NullMarked;
