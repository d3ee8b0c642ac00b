/**
 * Schemas from outside: a client of schema registries (HTTP, as Confluent and those compatible with it speak it) and the
 * schema files of the user. Answers are kept; nothing here blocks who asks.
 */
@NullMarked
package dev.surveyor.registry;

import org.jspecify.annotations.NullMarked;
