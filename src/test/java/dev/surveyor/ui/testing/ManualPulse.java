package dev.surveyor.ui.testing;

import dev.surveyor.ui.fx.Pulse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ticks when the test says so. */
public final class ManualPulse implements Pulse {

    private final Set<Runnable> tasks = new LinkedHashSet<>();

    @Override
    public Runnable everyTick(Runnable task) {
        Runnable own = () -> task.run();
        tasks.add(own);
        return () -> tasks.remove(own);
    }

    /** Fires one tick. */
    public void tick() {
        List.copyOf(tasks).forEach(Runnable::run);
    }

    /** Returns how many listen. */
    public int listeners() {
        return tasks.size();
    }
}
