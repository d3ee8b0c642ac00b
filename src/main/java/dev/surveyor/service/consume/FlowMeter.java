package dev.surveyor.service.consume;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeStatus;
import dev.surveyor.service.rate.RateMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/** Measures how fast records come, and for how long they do not because somebody paused. */
public final class FlowMeter {

    private final Clock clock;
    private final RateMeter rate = new RateMeter(Duration.ofSeconds(1), Duration.ofMillis(500));
    private long pausedSince;

    public FlowMeter(Clock clock) {
        this.clock = clock;
    }

    public void clear() {
        rate.clear();
        pausedSince = 0;
    }

    /** Measures anew: the counts are about to change by more than what comes. */
    public void recount() {
        rate.clear();
    }

    /** Returns the flow at this tick. */
    public Flow measure(ConsumeStatus status, BufferCounts counts) {
        long now = clock.millis();
        rate.add(now, counts.received(), counts.receivedBytes());
        if (status.phase() != ConsumePhase.PAUSED_BY_USER && status.phase() != ConsumePhase.PAUSED_BY_BUFFER) {
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
        return new Flow(
                rate.perSecond(0), rate.perSecond(1), lag, inPart, pausedSince == 0 ? 0 : now - pausedSince + 1);
    }
}
