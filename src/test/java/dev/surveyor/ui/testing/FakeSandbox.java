package dev.surveyor.ui.testing;

import dev.surveyor.service.sandbox.Sandbox;
import dev.surveyor.service.sandbox.SandboxState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A sandbox that does what the test says and notes what was asked of it. */
public final class FakeSandbox implements Sandbox {

    /** The answer to the last start, for the test to complete. */
    public CompletableFuture<String> start = new CompletableFuture<>();

    public boolean withSampleData;
    public final List<String> asked = new ArrayList<>();
    public double rate = 5;
    private final List<Consumer<SandboxState>> listeners = new CopyOnWriteArrayList<>();
    private SandboxState state;

    public FakeSandbox(SandboxState state) {
        this.state = state;
    }

    public void state(SandboxState now) {
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
    public void prepare() {
        asked.add("prepare");
    }

    @Override
    public CompletableFuture<String> start(boolean sampleData) {
        asked.add("start");
        withSampleData = sampleData;
        start = new CompletableFuture<>();
        return start;
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
