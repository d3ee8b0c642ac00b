package dev.surveyor.ui.connections;

import dev.surveyor.domain.connection.ConnectionProfile;
import java.util.function.Consumer;

/**
 * What the connections page asks the window to do. All are called on the JavaFX thread.
 *
 * @param connected a session of this profile is open
 * @param startSandbox the sandbox's profile is to be connected: start the broker first where it does not run
 * @param disconnect the connection is no longer wanted, or no longer to be tried
 */
public record ConnectionsActions(
        Consumer<ConnectionProfile> connected, Runnable startSandbox, Consumer<ConnectionProfile> disconnect) {}
