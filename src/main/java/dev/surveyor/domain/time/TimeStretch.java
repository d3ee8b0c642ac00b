package dev.surveyor.domain.time;

import java.time.Instant;

/**
 * What a time means that somebody typed: as wide as it is vague. A time without seconds is a whole minute, a date a whole
 * day.
 *
 * @param fromMillis its first millisecond since 1970
 * @param toMillis its last one, not before the first
 */
public record TimeStretch(long fromMillis, long toMillis) {

    public TimeStretch {
        if (toMillis < fromMillis) {
            throw new IllegalArgumentException(fromMillis + " to " + toMillis + " ends before it begins");
        }
    }

    /** Returns where it begins, which is meant where one moment is asked for. */
    public Instant from() {
        return Instant.ofEpochMilli(fromMillis);
    }
}
