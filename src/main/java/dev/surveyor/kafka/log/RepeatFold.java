package dev.surveyor.kafka.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import dev.surveyor.codec.words.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hands a line on once in ten seconds. A client whose broker is gone writes the same warnings twice a second, for as
 * long as it takes. What was left out is counted: at the end of the ten seconds the line comes once more, with the
 * number. Safe for use by any thread.
 */
final class RepeatFold extends AppenderBase<ILoggingEvent> {

    static final Duration QUIET = Duration.ofSeconds(10);

    private static final int REMEMBERED = 200;

    private final Appender<ILoggingEvent> to;
    private final Later later;

    /** By logger and message, the one that was met last at the end. Guarded by the lock of {@link #doAppend}: this. */
    private final Map<String, Line> lines = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Line> eldest) {
            if (size() <= REMEMBERED) {
                return false;
            }
            tellCount(eldest.getValue());
            return true;
        }
    };

    /**
     * Makes a fold that is not started yet.
     *
     * @param to where lines go; started and stopped by whoever made it
     * @param later wakes this fold up, to tell what was left out
     */
    RepeatFold(Appender<ILoggingEvent> to, Later later) {
        this.to = to;
        this.later = later;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String text = event.getLoggerName() + ' ' + event.getFormattedMessage();
        Line line = lines.get(text);
        if (line == null) {
            lines.put(text, new Line(event));
            to.doAppend(event);
        } else if (line.leftOut == 0 && event.getTimeStamp() - line.toldAtMillis >= QUIET.toMillis()) {
            line.toldAtMillis = event.getTimeStamp();
            to.doAppend(event);
        } else if (line.leftOut++ == 0) {
            long rest = line.toldAtMillis + QUIET.toMillis() - event.getTimeStamp();
            later.run(() -> endOfQuiet(line), Duration.ofMillis(Math.max(0, rest)));
        }
    }

    private synchronized void endOfQuiet(Line line) {
        tellCount(line);
    }

    /** Tells all that was left out until now. */
    synchronized void flush() {
        lines.values().forEach(this::tellCount);
    }

    private void tellCount(Line line) {
        if (line.leftOut == 0) {
            return;
        }
        line.toldAtMillis += QUIET.toMillis();
        to.doAppend(line.again());
        line.leftOut = 0;
    }

    /** Runs something at a later time, on a thread of its own. */
    @FunctionalInterface
    interface Later {
        void run(Runnable task, Duration delay);
    }

    private static final class Line {
        private final ILoggingEvent first;
        private long toldAtMillis;
        private long leftOut;

        Line(ILoggingEvent first) {
            this.first = first;
            this.toldAtMillis = first.getTimeStamp();
        }

        ILoggingEvent again() {
            LoggingEvent event = new LoggingEvent();
            event.setLoggerName(first.getLoggerName());
            event.setLevel(first.getLevel());
            event.setThreadName(first.getThreadName());
            event.setMDCPropertyMap(Map.of());
            event.setInstant(Instant.ofEpochMilli(toldAtMillis));
            event.setMessage(first.getFormattedMessage() + " (" + Counted.of(leftOut, "more time") + " within "
                    + QUIET.toSeconds() + " s)");
            return event;
        }
    }
}
