package dev.surveyor.ui.fx;

/** A steady tick on the JavaFX thread, at which view models take what other threads have put ready for them. */
public interface Pulse {

    /**
     * Calls the task at each tick (20 times a second) until the returned one is run.
     *
     * @return ends it
     */
    Runnable everyTick(Runnable task);
}
