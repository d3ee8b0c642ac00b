package dev.surveyor.ui.connections;

import dev.surveyor.service.connection.ProfileDraft;
import java.util.function.Consumer;

/**
 * What the welcome screen asks the window to do. All are called on the JavaFX thread.
 *
 * @param sandboxReady the sandbox runs at this bootstrap server
 * @param addConnection opens the form of a new connection
 * @param imported opens the form of a connection with what was imported
 * @param connect connects the saved profile of this id and opens it
 */
public record WelcomeActions(
        Consumer<String> sandboxReady,
        Runnable addConnection,
        Consumer<ProfileDraft> imported,
        Consumer<String> connect) {}
