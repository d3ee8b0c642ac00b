package dev.surveyor.ui.records;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeStatus;
import dev.surveyor.service.consume.BufferCounts;
import java.time.Clock;
import java.util.OptionalLong;

/** Measures how fast records come, and for how long they do not because somebody paused. */
final class FlowMeter {

    private final Clock clock;
    private final RateMeter rate = new RateMeter();
    private long pausedSince;

    FlowMeter(Clock clock) {
        this.clock = clock;
    }

    void clear() {
        rate.clear();
        pausedSince = 0;
    }

    /** Measures anew: the counts are about to change by more than what comes. */
    void recount() {
        rate.clear();
    }

    /** Returns the flow at this tick. */
    Flow measure(ConsumeStatus status, BufferCounts counts) {
        long now = clock.millis();
        rate.add(now, counts.received(), counts.receivedBytes());
        if (!TableState.of(status, true).paused()) {
            pausedSince = 0;
        } else if (pausedSince == 0) {
            pausedSince = now;
        }
        boolean cutOff = status.phase() == ConsumePhase.CONNECTING || status.phase() == ConsumePhase.RECONNECTING;
        if (cutOff) {
            return Flow.NONE;
        }
        OptionalLong lag = status.lag();
        boolean inPart = !status.troubles().isEmpty();
        return new Flow(rate.records(), rate.bytes(), lag, inPart, pausedSince == 0 ? 0 : now - pausedSince + 1);
    }
}
