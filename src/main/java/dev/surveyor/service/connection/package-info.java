/**
 * Connecting to clusters: profiles, sessions, health. The ports that a client library and a disk implement, and the
 * service that holds the open sessions. No Kafka class and no screen is known here.
 */
@NullMarked
package dev.surveyor.service.connection;

import org.jspecify.annotations.NullMarked;
