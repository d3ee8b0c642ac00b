package dev.surveyor.ui.records;

import java.util.OptionalLong;

/**
 * How fast records come.
 *
 * @param recordsPerSecond over the last second, -1 while unknown
 * @param bytesPerSecond over the last second, -1 while unknown
 * @param lag records not read yet, empty while unknown
 * @param pausedMillis since when fetching is off, 0 where it is on
 */
public record Flow(double recordsPerSecond, double bytesPerSecond, OptionalLong lag, long pausedMillis) {

    /** Nothing runs, so nothing is known. */
    public static final Flow NONE = new Flow(-1, -1, OptionalLong.empty(), 0);
}
