package dev.surveyor.ui.fx;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.AnimationTimer;

/**
 * Ticks with every third frame of the toolkit, less often where ticks make frames long, and only while somebody
 * listens. For the JavaFX thread only.
 */
public final class FxPulse implements Pulse {

    private final Set<Runnable> tasks = new LinkedHashSet<>();
    private final PulsePace pace = new PulsePace();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (pace.due(now)) {
                List.copyOf(tasks).forEach(FxPulse::run);
            }
        }
    };

    /** Whatever a task throws, the others have their turn and the frame is drawn. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error thrown) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        }
    }

    @Override
    public Runnable everyTick(Runnable task) {
        Runnable own = () -> task.run();
        if (tasks.isEmpty()) {
            timer.start();
        }
        tasks.add(own);
        return () -> {
            tasks.remove(own);
            if (tasks.isEmpty()) {
                timer.stop();
            }
        };
    }
}
