package dev.surveyor.sandbox;

import dev.surveyor.service.sandbox.SandboxState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The state of the sandbox and those who want to know of its changes; they are told one after the other, in order. */
final class SandboxStates {

    private final List<Consumer<SandboxState>> listeners = new CopyOnWriteArrayList<>();
    private volatile SandboxState now = new SandboxState.Stopped();

    SandboxState now() {
        return now;
    }

    synchronized void publish(SandboxState state) {
        now = state;
        listeners.forEach(listener -> listener.accept(state));
    }

    /** Calls the listener at once and from now on. Returns what ends it. */
    synchronized Runnable listen(Consumer<SandboxState> listener) {
        listeners.add(listener);
        listener.accept(now);
        return () -> listeners.remove(listener);
    }
}
