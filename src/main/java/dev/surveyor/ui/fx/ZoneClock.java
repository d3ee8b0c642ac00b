package dev.surveyor.ui.fx;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import javafx.beans.value.ObservableValue;

/** A clock whose zone is the one in which the user wants to see times, now. */
public final class ZoneClock extends Clock {

    private final Clock clock;
    private final ObservableValue<ZoneId> zone;

    public ZoneClock(Clock clock, ObservableValue<ZoneId> zone) {
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone.getValue();
    }

    @Override
    public Clock withZone(ZoneId other) {
        return clock.withZone(other);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public long millis() {
        return clock.millis();
    }
}
