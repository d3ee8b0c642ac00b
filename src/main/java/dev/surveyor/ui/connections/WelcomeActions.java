package dev.surveyor.ui.connections;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the welcome screen asks the window to do. All are called on the JavaFX thread.
 *
 * @param sandboxReady the sandbox runs at this bootstrap server; returns when its connection is open or has failed, which
 *     it tells itself
 * @param addConnection opens the form of a new connection
 * @param connect connects the saved profile of this id and opens it
 */
public record WelcomeActions(
        Function<String, CompletableFuture<?>> sandboxReady, Runnable addConnection, Consumer<String> connect) {}
