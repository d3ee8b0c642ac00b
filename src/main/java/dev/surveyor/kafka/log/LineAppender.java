package dev.surveyor.kafka.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.kafka.client.SilentClose;
import dev.surveyor.kafka.failure.SecretMask;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.log.LogLevel;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what the Kafka clients log into lines that name the client and the context, with secrets masked. */
final class LineAppender extends AppenderBase<ILoggingEvent> {

    /** For instance {@code [Consumer clientId=a-1, groupId=b] text}. */
    private static final Pattern PREFIX =
            Pattern.compile("\\[[A-Za-z]+ (?:[^\\]]*?, )?clientId=([^,\\]]+)[^\\]]*] ?(.*)", Pattern.DOTALL);

    private final EventStream lines;
    private final SecretMask mask = new SecretMask(List.of());

    LineAppender(EventStream lines) {
        this.lines = lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String client = "";
        String message = event.getFormattedMessage();
        Matcher prefixed = PREFIX.matcher(message);
        if (prefixed.matches()) {
            client = prefixed.group(1);
            message = prefixed.group(2);
        }
        boolean meant = event.getLevel().isGreaterOrEqual(Level.WARN)
                && event.getMDCPropertyMap().containsKey(SilentClose.MEANT);
        IThrowableProxy thrown = event.getThrowableProxy();
        if (meant) {
            message += " (as was meant)";
        } else if (thrown != null) {
            message += " (" + thrown.getClassName() + ": " + thrown.getMessage() + ")";
        }
        lines.publish(new ClientEvent.LogLine(
                event.getInstant(),
                client,
                KafkaLoggers.contextOf(event.getLoggerName()).toString(),
                meant ? LogLevel.INFO.syslog() : level(event.getLevel()).syslog(),
                mask.mask(message)));
    }

    static LogLevel level(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> LogLevel.ERROR;
            case Level.WARN_INT -> LogLevel.WARN;
            case Level.INFO_INT -> LogLevel.INFO;
            case Level.DEBUG_INT -> LogLevel.DEBUG;
            default -> LogLevel.TRACE;
        };
    }
}
