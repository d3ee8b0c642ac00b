package dev.surveyor.service.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A real Kafka broker in a process of its own on this machine. Safe for use by any thread; nothing here blocks. */
public interface Sandbox {

    /** Returns what it is doing now. */
    SandboxState state();

    /** Calls the listener at once and at each change, on a thread of the sandbox. Returns what ends it. */
    Runnable onState(Consumer<SandboxState> listener);

    /**
     * Gets ready for a first start that is likely to be asked for soon, so that it takes less time. Opens no port and
     * writes no records; what is not needed after all goes away by itself. Says nothing of what it cannot do.
     */
    void prepare();

    /**
     * Starts the broker, or finds that it runs, and fills it with the sample topics where asked and where they are
     * not there yet. Steps are told through {@link #onState}.
     *
     * @return the bootstrap server, or a {@link dev.surveyor.domain.failure.BrokerFailureException}; cancelling stops
     *     the broker again
     */
    CompletableFuture<String> start(boolean withSampleData);

    /** Stops the broker and keeps its data. */
    CompletableFuture<Void> stop();

    /** Stops the broker where it runs and deletes its data. */
    CompletableFuture<Void> reset();

    /** Returns the records per second that the generator adds to {@code orders}; 0 while it stands still. */
    double generatorRate();

    /** Sets that rate, from 0 (stop) to 10,000. */
    void generatorRate(double recordsPerSecond);
}
