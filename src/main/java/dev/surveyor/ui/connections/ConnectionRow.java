package dev.surveyor.ui.connections;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.Environment;

/**
 * A connection as the list shows it.
 *
 * @param id the profile's id
 * @param name what the user calls it; of a new one, what is typed so far
 * @param host the first bootstrap server's host, empty while there is none
 * @param unsaved whether something typed is not saved
 * @param saved whether it is in the list for good
 */
record ConnectionRow(
        String id,
        String name,
        Environment environment,
        String host,
        ConnectionHealth health,
        boolean unsaved,
        boolean saved) {}
