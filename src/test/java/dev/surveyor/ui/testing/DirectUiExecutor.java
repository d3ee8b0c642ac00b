package dev.surveyor.ui.testing;

import dev.surveyor.ui.fx.UiExecutor;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Runs work on the calling thread, in order: what is handed in while other work runs comes after it, never inside it,
 * as on the real thread.
 */
public final class DirectUiExecutor implements UiExecutor {

    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private boolean running;

    @Override
    public synchronized void execute(Runnable command) {
        waiting.add(command);
        if (running) {
            return;
        }
        running = true;
        try {
            Runnable next = waiting.poll();
            while (next != null) {
                next.run();
                next = waiting.poll();
            }
        } finally {
            running = false;
        }
    }
}
