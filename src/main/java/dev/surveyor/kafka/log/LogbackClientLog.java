package dev.surveyor.kafka.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.log.ClientLog;
import dev.surveyor.service.log.LogContext;
import dev.surveyor.service.log.LogLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sets up logging when it is made: the program's own lines and those of the clients into a file, those of the clients
 * into {@link #lines()} as well.
 */
public final class LogbackClientLog implements ClientLog, AutoCloseable {

    private static final int KEPT_LINES = 10_000;

    private final EventStream lines = new EventStream(KEPT_LINES);
    private final LoggerContext context;
    private final RepeatFold toFile;
    private final RepeatFold toLines;
    private volatile @Nullable IOException refused;

    /**
     * Takes over the logging of this program.
     *
     * @param file the log file; its folder is made where it is missing
     * @param timer tells how often a line came that was left out; not closed here
     */
    public LogbackClientLog(Path file, ScheduledExecutorService timer) {
        this((LoggerContext) LoggerFactory.getILoggerFactory(), file, (task, delay) -> {
            try {
                ScheduledFuture<?> unused = timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LoggerFactory.getLogger(LogbackClientLog.class)
                        .debug("The program is ending; closing has told the counts", e);
            }
        });
    }

    LogbackClientLog(LoggerContext context, Path file, RepeatFold.Later later) {
        this.context = context;
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        toFile = fold("file", LogFile.at(file, context, failure -> refused = failure), later);
        root.addAppender(toFile);
        // The validator of JSON Schemas logs what it then throws; the sentence is shown with the record.
        context.getLogger("com.networknt").setLevel(Level.OFF);

        LineAppender appender = new LineAppender(lines);
        appender.setContext(context);
        appender.setName("lines");
        appender.start();
        toLines = fold("folded-lines", appender, later);
        context.getLogger(KafkaLoggers.ROOT).addAppender(toLines);

        for (LogContext one : LogContext.values()) {
            level(one, one.normal());
        }
    }

    private RepeatFold fold(String name, Appender<ILoggingEvent> to, RepeatFold.Later later) {
        RepeatFold fold = new RepeatFold(to, later);
        fold.setContext(context);
        fold.setName("repeats-" + name);
        fold.start();
        return fold;
    }

    /** Returns why the disk does not take the file, so that no log is kept; empty where it does. */
    public Optional<IOException> refused() {
        return Optional.ofNullable(refused);
    }

    /** Tells how often lines came that were left out until now; logging goes on. */
    @Override
    public void close() {
        toLines.flush();
        toFile.flush();
    }

    @Override
    public EventStream lines() {
        return lines;
    }

    @Override
    public LogLevel level(LogContext about) {
        return LineAppender.level(
                context.getLogger(KafkaLoggers.of(about).get(0)).getEffectiveLevel());
    }

    @Override
    public void level(LogContext about, LogLevel level) {
        Level logback = Level.valueOf(level.name());
        KafkaLoggers.of(about).forEach(name -> context.getLogger(name).setLevel(logback));
    }
}
