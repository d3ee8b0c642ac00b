package dev.surveyor.ui.connections;

import dev.surveyor.service.sandbox.Sandbox;
import dev.surveyor.service.sandbox.SandboxState;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A sandbox that does what the test says. */
final class FakeSandbox implements Sandbox {

    CompletableFuture<String> start = new CompletableFuture<>();
    boolean withSampleData;
    private final List<Consumer<SandboxState>> listeners = new CopyOnWriteArrayList<>();
    private SandboxState state = new SandboxState.Stopped();

    void state(SandboxState now) {
        state = now;
        listeners.forEach(listener -> listener.accept(now));
    }

    @Override
    public SandboxState state() {
        return state;
    }

    @Override
    public Runnable onState(Consumer<SandboxState> listener) {
        listeners.add(listener);
        listener.accept(state);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletableFuture<String> start(boolean sampleData) {
        withSampleData = sampleData;
        start = new CompletableFuture<>();
        return start;
    }

    @Override
    public CompletableFuture<Void> stop() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> reset() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public double generatorRate() {
        return 5;
    }

    @Override
    public void generatorRate(double recordsPerSecond) {}
}
