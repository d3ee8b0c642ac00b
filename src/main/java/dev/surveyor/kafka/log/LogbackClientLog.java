package dev.surveyor.kafka.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.log.ClientLog;
import dev.surveyor.service.log.LogContext;
import dev.surveyor.service.log.LogLevel;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Sets up logging when it is made: the program's own lines and those of the clients into a file, those of the clients
 * into {@link #lines()} as well.
 */
public final class LogbackClientLog implements ClientLog {

    private static final int KEPT_LINES = 10_000;

    private final EventStream lines = new EventStream(KEPT_LINES);
    private final LoggerContext context;

    /**
     * Takes over the logging of this program.
     *
     * @param file the log file; its folder is made where it is missing
     */
    public LogbackClientLog(Path file) {
        this((LoggerContext) LoggerFactory.getILoggerFactory(), file);
    }

    LogbackClientLog(LoggerContext context, Path file) {
        this.context = context;
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(LogFile.at(file, context));
        // The validator of JSON Schemas logs what it then throws; the sentence is shown with the record.
        context.getLogger("com.networknt").setLevel(Level.OFF);

        LineAppender appender = new LineAppender(lines);
        appender.setContext(context);
        appender.setName("lines");
        RepeatFilter repeats = new RepeatFilter();
        repeats.start();
        appender.addFilter(repeats);
        appender.start();
        context.getLogger(KafkaLoggers.ROOT).addAppender(appender);

        for (LogContext one : LogContext.values()) {
            // Each client that starts lists some two hundred properties.
            level(one, one == LogContext.CONF ? LogLevel.WARN : LogLevel.INFO);
        }
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
