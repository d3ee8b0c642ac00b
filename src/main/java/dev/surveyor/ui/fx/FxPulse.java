package dev.surveyor.ui.fx;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.AnimationTimer;

/** Ticks with every third frame of the toolkit, and only while somebody listens. For the JavaFX thread only. */
public final class FxPulse implements Pulse {

    private static final long TICK_NANOS = 50_000_000;

    private final Set<Runnable> tasks = new LinkedHashSet<>();
    private final AnimationTimer timer = new AnimationTimer() {
        private long last;

        @Override
        public void handle(long now) {
            if (now - last >= TICK_NANOS) {
                last = now;
                List.copyOf(tasks).forEach(Runnable::run);
            }
        }
    };

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
