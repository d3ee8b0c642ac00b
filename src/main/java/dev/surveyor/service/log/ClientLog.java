package dev.surveyor.service.log;

import dev.surveyor.service.event.EventStream;

/** The log of all Kafka clients of this program. Safe for use by any thread. */
public interface ClientLog {

    /** Returns the last lines, as {@link dev.surveyor.domain.event.ClientEvent.LogLine} and nothing else. */
    EventStream lines();

    /** Returns how much of the context is logged now. */
    LogLevel level(LogContext context);

    /** Says how much of the context is logged from now on, for all clients, running ones included. */
    void level(LogContext context, LogLevel level);
}
