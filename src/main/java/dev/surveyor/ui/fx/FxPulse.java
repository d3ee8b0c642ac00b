package dev.surveyor.ui.fx;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.AnimationTimer;

/**
 * Ticks with every third frame of the toolkit, and only while somebody listens. Where a tick makes a frame long it
 * ticks less often, so that at least half of the time is left for what the user does. For the JavaFX thread only.
 */
public final class FxPulse implements Pulse {

    private static final long TICK_NANOS = 50_000_000;
    private static final long LONGEST_NANOS = 500_000_000;

    private final Set<Runnable> tasks = new LinkedHashSet<>();
    private final AnimationTimer timer = new AnimationTimer() {
        private long last;
        private long interval = TICK_NANOS;
        private boolean ticked;

        @Override
        public void handle(long now) {
            if (ticked) {
                ticked = false;
                interval = Math.min(LONGEST_NANOS, Math.max(TICK_NANOS, 2 * (now - last)));
            }
            if (now - last >= interval) {
                last = now;
                ticked = true;
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
