package dev.surveyor.ui.topics;

import dev.surveyor.service.sandbox.Sandbox;
import dev.surveyor.service.sandbox.SandboxState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A sandbox that does what the test says and notes what was asked of it. */
final class FakeSandboxBroker implements Sandbox {

    final List<String> asked = new ArrayList<>();
    double rate = 5;
    private final List<Consumer<SandboxState>> listeners = new ArrayList<>();
    private SandboxState state;

    FakeSandboxBroker(SandboxState state) {
        this.state = state;
    }

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
    public CompletableFuture<String> start(boolean withSampleData) {
        asked.add("start");
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Void> stop() {
        asked.add("stop");
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> reset() {
        asked.add("reset");
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public double generatorRate() {
        return rate;
    }

    @Override
    public void generatorRate(double recordsPerSecond) {
        rate = recordsPerSecond;
    }
}
