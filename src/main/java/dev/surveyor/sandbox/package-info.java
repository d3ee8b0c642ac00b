/**
 * The local broker: a real Apache Kafka broker in a process of its own, its folder, its owner and its failures. It
 * implements {@code service.sandbox}; the window knows only that port. No JavaFX and no decisions about looks here.
 */
@NullMarked
package dev.surveyor.sandbox;

import org.jspecify.annotations.NullMarked;
