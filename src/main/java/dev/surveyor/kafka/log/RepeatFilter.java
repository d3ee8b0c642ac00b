package dev.surveyor.kafka.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets a line pass once in ten seconds. A client whose broker is gone writes the same warnings twice a second, for as
 * long as it takes. Safe for use by any thread.
 */
final class RepeatFilter extends Filter<ILoggingEvent> {

    private static final long QUIET_MILLIS = Duration.ofSeconds(10).toMillis();
    private static final int REMEMBERED = 200;

    private final Map<String, Long> lastPassed = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    public synchronized FilterReply decide(ILoggingEvent event) {
        String line = event.getLoggerName() + ' ' + event.getFormattedMessage();
        Long last = lastPassed.get(line);
        if (last != null && event.getTimeStamp() - last < QUIET_MILLIS) {
            return FilterReply.DENY;
        }
        lastPassed.put(line, event.getTimeStamp());
        return FilterReply.NEUTRAL;
    }
}
