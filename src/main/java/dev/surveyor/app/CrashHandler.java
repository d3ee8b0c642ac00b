package dev.surveyor.app;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of everything that a thread let escape: writes it to the log, and tells who wants to show it. */
public final class CrashHandler implements UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CrashHandler.class);

    private final List<Consumer<Throwable>> listeners = new CopyOnWriteArrayList<>();

    /** Calls the listener with what escaped, on the thread that let it escape. */
    public void onCrash(Consumer<Throwable> listener) {
        listeners.add(listener);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        LOG.error("Uncaught in {}", thread.getName(), thrown);
        listeners.forEach(listener -> listener.accept(thrown));
    }
}
