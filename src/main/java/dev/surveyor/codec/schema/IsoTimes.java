package dev.surveyor.codec.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * Writes times in ISO 8601, always with seconds and with as many digits behind them as the unit has, so that times of
 * one field compare as texts.
 */
final class IsoTimes {

    /** Digits behind the second: how many a unit has. */
    static final int MILLIS = 3;

    static final int MICROS = 6;
    static final int NANOS = 9;

    private static final long NANOS_A_SECOND = 1_000_000_000L;
    private static final DateTimeFormatter[] FORMATS = new DateTimeFormatter[NANOS + 1];
    private static final DateTimeFormatter[] CLOCKS = new DateTimeFormatter[NANOS + 1];

    static {
        for (int digits = MILLIS; digits <= NANOS; digits += MILLIS) {
            DateTimeFormatter clock = new DateTimeFormatterBuilder()
                    .appendPattern("HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, true)
                    .toFormatter();
            CLOCKS[digits] = clock;
            FORMATS[digits] = new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendLiteral('T')
                    .append(clock)
                    .toFormatter();
        }
    }

    private IsoTimes() {}

    /** Returns the day that is so many days after 1970 began; null where there is none. */
    static @Nullable String date(long days) {
        try {
            return LocalDate.ofEpochDay(days).toString();
        } catch (DateTimeException tooFar) {
            return null;
        }
    }

    /** Returns the time of day that is so many units after midnight; null where it is no time of a day. */
    static @Nullable String timeOfDay(long units, int digits) {
        long perUnit = nanosPerUnit(digits);
        if (units < 0 || units >= 24 * 3600 * (NANOS_A_SECOND / perUnit)) {
            return null;
        }
        return clock(LocalTime.ofNanoOfDay(units * perUnit), digits);
    }

    /** Returns the moment in UTC that is so many units after 1970 began. */
    static String instant(long units, int digits) {
        return local(units, digits) + "Z";
    }

    /** Returns the date and time, of no zone, that is so many units after 1970 began. */
    static String local(long units, int digits) {
        long perSecond = NANOS_A_SECOND / nanosPerUnit(digits);
        return format(
                Math.floorDiv(units, perSecond),
                (int) (Math.floorMod(units, perSecond) * nanosPerUnit(digits)),
                digits);
    }

    /** Returns the moment in UTC with three, six or nine digits, as many as it needs; null where it is too far off. */
    static @Nullable String instantOf(long seconds, long nanos) {
        try {
            return nanos < 0 || nanos >= NANOS_A_SECOND
                    ? null
                    : format(seconds, (int) nanos, digitsFor((int) nanos)) + "Z";
        } catch (DateTimeException tooFar) {
            return null;
        }
    }

    /** Returns a time of day with so many digits behind the second. */
    static String clock(LocalTime time, int digits) {
        return CLOCKS[digits].format(time);
    }

    /** Returns how many digits show all of so many nanoseconds: three, six or nine. */
    static int digitsFor(int nanos) {
        return nanos % 1_000_000 == 0 ? MILLIS : nanos % 1_000 == 0 ? MICROS : NANOS;
    }

    /** Returns a duration of Avro, whose three parts are counted apart: {@code P14M3DT4.005S}. */
    static String duration(long months, long days, long millis) {
        StringBuilder text = new StringBuilder("P");
        if (months > 0) {
            text.append(months).append('M');
        }
        if (days > 0) {
            text.append(days).append('D');
        }
        if (millis > 0 || (months == 0 && days == 0)) {
            text.append('T').append(millis / 1000);
            if (millis % 1000 > 0) {
                text.append('.').append(String.valueOf(1000 + millis % 1000), 1, 4);
            }
            text.append('S');
        }
        return text.toString();
    }

    private static String format(long seconds, int nanos, int digits) {
        return FORMATS[digits].format(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC));
    }

    private static long nanosPerUnit(int digits) {
        return digits == MILLIS ? 1_000_000L : digits == MICROS ? 1_000L : 1L;
    }
}
