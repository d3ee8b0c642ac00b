package dev.surveyor.ui.testing;

import dev.surveyor.ui.fx.UiExecutor;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps work until the test thread runs it, for view models on real clients, which answer on threads of their own. */
public final class QueuedUiExecutor implements UiExecutor {

    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    @Override
    public void execute(Runnable command) {
        waiting.add(command);
    }

    /** Runs what has come in, on the calling thread. */
    public void runAll() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }
}
