package dev.surveyor.ui.log;

import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.log.ClientLog;
import dev.surveyor.service.log.LogContext;
import dev.surveyor.service.log.LogLevel;
import java.util.EnumMap;
import java.util.Map;

/** A log whose lines the test writes. */
final class FakeClientLog implements ClientLog {

    private final EventStream lines = new EventStream(100);
    private final Map<LogContext, LogLevel> levels = new EnumMap<>(LogContext.class);

    @Override
    public EventStream lines() {
        return lines;
    }

    @Override
    public LogLevel level(LogContext context) {
        return levels.getOrDefault(context, context.normal());
    }

    @Override
    public void level(LogContext context, LogLevel level) {
        levels.put(context, level);
    }
}
