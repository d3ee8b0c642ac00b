package dev.surveyor.domain.time;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RawRecord;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How much later one time is than another. Nothing is known where one of them is missing, and nothing is said where they
 * are more than 292 years apart: then one of them is no time but a mistake, such as microseconds in place of
 * milliseconds.
 *
 * @param millis negative where it is earlier; empty where the distance is unknown
 */
public record TimeDistance(OptionalLong millis) {

    /** Nothing is known. */
    public static final TimeDistance UNKNOWN = new TimeDistance(OptionalLong.empty());

    /** What a long of nanoseconds holds. */
    private static final long MOST = Long.MAX_VALUE / 1_000_000;

    private static final String WORD = "unknown";

    /** Returns how much later a moment is than another one, both in milliseconds since 1970. */
    public static TimeDistance of(long laterMillis, long earlierMillis) {
        long millis = laterMillis - earlierMillis;
        boolean overflow = ((laterMillis ^ earlierMillis) & (laterMillis ^ millis)) < 0;
        return overflow || millis > MOST || millis < -MOST ? UNKNOWN : new TimeDistance(OptionalLong.of(millis));
    }

    /** Returns how much later the time of a record is than that of another one. */
    public static TimeDistance between(RawRecord later, RawRecord earlier) {
        return later.hasTimestamp() && earlier.hasTimestamp() ? of(later.timestamp(), earlier.timestamp()) : UNKNOWN;
    }

    /** Returns how long after its own time a record was received; the clocks of two machines may differ. */
    public static TimeDistance latency(ConsumedRecord record) {
        return record.hasTimestamp() ? of(record.receivedAt(), record.timestamp()) : UNKNOWN;
    }

    /** Returns {@code +8 ms}, {@code +1.2 s}, {@code -2.5 h} or {@code unknown}. */
    public String words() {
        return millis.isEmpty() ? WORD : (millis.getAsLong() < 0 ? "" : "+") + Times.length(length());
    }

    /** Returns {@code 1.2 s earlier}, {@code 3 min later}, or that it is unknown how far away the other one is. */
    public String wordsOfOther() {
        if (millis.isEmpty()) {
            return "at an unknown distance in time";
        }
        return Times.length(length().abs()) + (millis.getAsLong() < 0 ? " later" : " earlier");
    }

    /** Returns {@code +0.008 s}, {@code +3:12.482}, {@code -26:03:12.482}: to the millisecond; or {@code unknown}. */
    public String exact() {
        if (millis.isEmpty()) {
            return WORD;
        }
        long all = millis.getAsLong();
        long size = Math.abs(all);
        long minutes = size / 60_000;
        String seconds = String.format(Locale.ROOT, "%d.%03d", size / 1_000 % 60, size % 1_000);
        String sign = all < 0 ? "-" : "+";
        if (minutes == 0) {
            return sign + seconds + " s";
        }
        String tail = ":" + (seconds.length() < 6 ? "0" : "") + seconds;
        return minutes < 60
                ? sign + minutes + tail
                : sign + minutes / 60 + String.format(Locale.ROOT, ":%02d", minutes % 60) + tail;
    }

    /** Returns the milliseconds as a number for other programs; empty where they are unknown. */
    public String number() {
        return millis.isEmpty() ? "" : Long.toString(millis.getAsLong());
    }

    /** Returns a number to sort by: what is unknown comes last. */
    public long order() {
        return millis.orElse(Long.MAX_VALUE);
    }

    private Duration length() {
        return Duration.ofMillis(millis.orElse(0));
    }
}
