package dev.surveyor.sandbox;

import dev.surveyor.sandbox.broker.BrokerMain;
import dev.surveyor.service.files.PrivateFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A broker process as its parent sees it; it runs a broker from {@link #begin()} on. The parent holds the process's
 * standard input: when that closes, by {@link #askToStop()} or by the parent's own end, the broker shuts down.
 */
final class BrokerProcess {

    private static final int LINES_KEPT = 60;

    private final Process process;
    private final CompletableFuture<Void> formatted = new CompletableFuture<>();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final IntConsumer onExit;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private long linesPrinted;

    private BrokerProcess(Process process, IntConsumer onExit) {
        this.process = process;
        this.onExit = onExit;
    }

    /**
     * Starts the process; a thread from the factory reads what it prints until it ends, and then tells the exit code.
     */
    static BrokerProcess start(List<String> command, ThreadFactory threads, IntConsumer onExit) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(PrivateFiles.command(command)).redirectErrorStream(true);
        // Options meant for the window's JVM must not reach the broker's.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        BrokerProcess broker = new BrokerProcess(builder.start(), onExit);
        Thread reader = threads.newThread(broker::readOutput);
        reader.setDaemon(true);
        reader.start();
        return broker;
    }

    /**
     * Tells the process that the settings are written and the broker is to run.
     *
     * @throws IOException when the process has ended
     */
    void begin() throws IOException {
        process.getOutputStream().write(BrokerMain.BEGIN);
        process.getOutputStream().flush();
    }

    /** Completes when the storage is ready; fails with a {@link BrokerEnded} when the process ends before. */
    CompletableFuture<Void> formatted() {
        return formatted;
    }

    /** Completes when the broker answers; fails with a {@link BrokerEnded} when the process ends before. */
    CompletableFuture<Void> started() {
        return started;
    }

    /** Completes when the data is safely closed, or when the process has ended in another way. Never fails. */
    CompletableFuture<Void> stopped() {
        return stopped;
    }

    /** Completes with the exit code when the process is gone. */
    CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Returns the last lines that the process printed, oldest first. */
    List<String> lastLines() {
        synchronized (lastLines) {
            return List.copyOf(lastLines);
        }
    }

    /** Returns how many lines the process has printed. */
    long linesPrinted() {
        synchronized (lastLines) {
            return linesPrinted;
        }
    }

    /** Asks the broker to shut down in order; returns at once. */
    void askToStop() {
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write(BrokerMain.GOODBYE);
        } catch (IOException alreadyGone) {
            process.destroy();
        }
    }

    /** Ends the process at once, as a crash would. */
    void kill() {
        process.destroyForcibly();
    }

    /** Stops in order, and by force where that takes longer than the limit. Returns when the data is closed. */
    void stop(long limitMs) throws InterruptedException {
        askToStop();
        try {
            stopped.get(limitMs, TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException slow) {
            kill();
            process.waitFor(limitMs, TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    private void readOutput() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                onLine(line);
            }
        } catch (IOException cut) {
            keep("The output of the broker was cut: " + cut.getMessage());
        }
        BrokerEnded ended = new BrokerEnded(lastLines());
        formatted.completeExceptionally(ended);
        started.completeExceptionally(ended);
        stopped.complete(null);
        try {
            onExit.accept(process.waitFor());
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    private void onLine(String line) {
        keep(line);
        switch (line) {
            case BrokerMain.FORMATTED -> formatted.complete(null);
            case BrokerMain.STARTED -> started.complete(null);
            case BrokerMain.STOPPED -> stopped.complete(null);
            default -> {}
        }
    }

    private void keep(String line) {
        synchronized (lastLines) {
            linesPrinted++;
            lastLines.addLast(line);
            if (lastLines.size() > LINES_KEPT) {
                lastLines.removeFirst();
            }
        }
    }

    /** The broker's process ended before it was ready. */
    static final class BrokerEnded extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<String> lines;

        BrokerEnded(List<String> lines) {
            super("the broker's process ended");
            this.lines = lines;
        }

        /** Returns what the process printed last. */
        List<String> lines() {
            return lines;
        }
    }
}
