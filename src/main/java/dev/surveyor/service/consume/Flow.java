package dev.surveyor.service.consume;

import dev.surveyor.codec.words.Numbers;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How fast records come.
 *
 * @param recordsPerSecond over the last second, empty while unknown
 * @param bytesPerSecond over the last second, empty while unknown
 * @param lag records not read yet, empty while unknown
 * @param lagInPart whether there may be more, in partitions that do not tell
 * @param pausedMillis since when fetching is off, 0 where it is on
 */
public record Flow(
        OptionalDouble recordsPerSecond,
        OptionalDouble bytesPerSecond,
        OptionalLong lag,
        boolean lagInPart,
        long pausedMillis) {

    /** Nothing runs, so nothing is known. */
    public static final Flow NONE =
            new Flow(OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty(), false, 0);

    /** Returns {@code 1 204}, {@code ≥ 1 204} where some partitions do not tell, or a dash. */
    public String lagText() {
        return lag.isEmpty() ? "—" : (lagInPart ? "≥ " : "") + Numbers.grouped(lag.getAsLong());
    }
}
