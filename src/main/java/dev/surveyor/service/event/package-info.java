/**
 * The stream of events that all clients of a connection share: bounded, never blocking who publishes.
 */
@NullMarked
package dev.surveyor.service.event;

import org.jspecify.annotations.NullMarked;
