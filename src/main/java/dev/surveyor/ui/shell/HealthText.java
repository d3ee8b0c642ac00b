package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionHealth;

/** How the health of a connection reads in a few words. */
final class HealthText {
    private HealthText() {}

    static String of(ConnectionHealth health) {
        if (health instanceof ConnectionHealth.Connected connected) {
            return "connected \u00b7 " + Math.max(1, connected.roundTrip().toMillis()) + " ms";
        }
        if (health instanceof ConnectionHealth.Connecting) {
            return "connecting\u2026";
        }
        if (health instanceof ConnectionHealth.Reconnecting reconnecting) {
            return "reconnecting \u00b7 retry " + reconnecting.attempt();
        }
        return health instanceof ConnectionHealth.Failed ? "failed" : "not connected";
    }

    /** Returns the style class of the dot beside it. */
    static String styleOf(ConnectionHealth health) {
        if (health instanceof ConnectionHealth.Connected) {
            return "dot-ok";
        }
        if (health instanceof ConnectionHealth.Connecting) {
            return "dot-busy";
        }
        return health instanceof ConnectionHealth.Disconnected ? "dot-off" : "dot-bad";
    }
}
