package dev.surveyor.domain.time;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RawRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/**
 * Writes times, zones and lengths of time for reading. Of the two hours of a night in which clocks go back each time says
 * its own distance from UTC. Whatever it writes of a moment {@link TimeReader} reads.
 *
 * @param zone in which moments are written
 */
public record Times(ZoneId zone) {

    /** Stands where a record has no time. */
    public static final String NONE = "no timestamp";

    /** What most times of day look like, for whoever has to make room for them. */
    public static final String USUAL = "10:02:11.482";

    /** The same with a date. */
    public static final String USUAL_DATED = "2026-11-22 10:02:11.482";

    /** Orders records by their times; what has none comes before all that has one. */
    public static final Comparator<ConsumedRecord> ORDER =
            Comparator.comparing(ConsumedRecord::hasTimestamp).thenComparingLong(ConsumedRecord::timestamp);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    // The year of uuuu is that of ISO 8601, with a sign where it has more than four digits; yyyy would count it
    // before Christ without one.
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int LAST_YEAR = 9_999;
    private static final double MILLIS_PER_DAY = 86_400_000;
    private static final double DAYS_PER_YEAR = 365.2425;

    // Moments

    /** Returns {@code 10:02:11.482}; with its date where the year is so far away that nobody would guess it. */
    public String time(Instant at) {
        int year = at.atZone(zone).getYear();
        return year < 0 || year > LAST_YEAR ? dateTime(at) : told(TIME, at);
    }

    /** Returns {@code 10:02:11}. */
    public String clock(Instant at) {
        return told(CLOCK, at);
    }

    /** Returns {@code 2026-11-22 10:02:11.482}. */
    public String dateTime(Instant at) {
        return told(DATE_TIME, at);
    }

    /** Returns {@code 2026-11-22 10:02:11}. */
    public String seconds(Instant at) {
        return told(SECONDS, at);
    }

    /** Returns {@code 2026-11-22 10:02:11.482 UTC+1}. */
    public String full(Instant at) {
        return written(DATE_TIME, at) + " " + offset(at);
    }

    /** Returns {@code 2026-11-22 10:02:11 UTC+1}. */
    public String fullSeconds(Instant at) {
        return written(SECONDS, at) + " " + offset(at);
    }

    /** Returns {@code 10:02:11 UTC+1}. */
    public String fullClock(Instant at) {
        return written(CLOCK, at) + " " + offset(at);
    }

    /** Returns ISO 8601 in UTC whatever the zone, for tooltips and copies: {@code 2026-11-22T09:02:11.482Z}. */
    public static String iso(Instant at) {
        return UTC.format(at);
    }

    /** Returns milliseconds since 1970, with the sign that a short number needs to be read back: {@code @5}. */
    public static String epoch(long millis) {
        String digits = Long.toString(millis);
        return digits.length() - (millis < 0 ? 1 : 0) < 9 ? "@" + digits : digits;
    }

    // Records

    /** Returns the time of a record as {@link #time}, or that it has none. */
    public String time(RawRecord record) {
        return record.hasTimestamp() ? time(at(record)) : NONE;
    }

    /** Returns the time of a record as {@link #dateTime}, or that it has none. */
    public String dateTime(RawRecord record) {
        return record.hasTimestamp() ? dateTime(at(record)) : NONE;
    }

    /** Returns the time of a record as {@link #full}, or that it has none. */
    public String full(RawRecord record) {
        return record.hasTimestamp() ? full(at(record)) : NONE;
    }

    /** Returns the time of a record as {@link #iso}, or that it has none. */
    public static String iso(RawRecord record) {
        return record.hasTimestamp() ? iso(at(record)) : NONE;
    }

    /** Returns the time of a record as {@link #epoch}, or that it has none. */
    public static String epoch(RawRecord record) {
        return record.hasTimestamp() ? epoch(record.timestamp()) : NONE;
    }

    private static Instant at(RawRecord record) {
        return Instant.ofEpochMilli(record.timestamp());
    }

    // Zones

    /** Returns how far the zone is from UTC at that moment: {@code UTC}, {@code UTC+1}, {@code UTC-3:30}. */
    public String offset(Instant at) {
        return label(zone.getRules().getOffset(at));
    }

    /** Returns the zone, whatever the moment: {@code Europe/Berlin}; {@code UTC+1} for one that never changes. */
    public String zoneName() {
        return zone.getRules().isFixedOffset() ? label(zone.getRules().getOffset(Instant.EPOCH)) : zone.getId();
    }

    /** Returns the zone in a word, where room is short: {@code Berlin}, {@code St Johns}, {@code UTC}. */
    public String place() {
        String name = zoneName();
        return name.substring(name.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private static String label(ZoneOffset offset) {
        int all = offset.getTotalSeconds();
        int size = Math.abs(all);
        if (size == 0) {
            return "UTC";
        }
        int seconds = size % 60;
        int minutes = size / 60 % 60;
        return "UTC" + (all < 0 ? "-" : "+") + size / 3600
                + (minutes == 0 && seconds == 0 ? "" : ":" + twoDigits(minutes))
                + (seconds == 0 ? "" : ":" + twoDigits(seconds));
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private String told(DateTimeFormatter form, Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        boolean twice = zone.getRules().getValidOffsets(local).size() > 1;
        return written(form, at) + (twice ? " " + offset(at) : "");
    }

    private String written(DateTimeFormatter form, Instant at) {
        String text = form.format(at.atZone(zone));
        return text.startsWith("+") ? text.substring(1) : text;
    }

    // Lengths

    /**
     * Returns a length of time with at most one decimal: {@code 3 ms}, {@code 1.2 s}, {@code 4 min}, {@code 2.5 h}, and
     * so on to years.
     */
    public static String length(Duration length) {
        double millis = length.getSeconds() * 1e3 + length.getNano() / 1e6;
        double size = Math.abs(millis);
        if (size < 1_000) {
            return size > 0 && size < 1 ? "<1\u00a0ms" : Math.round(millis) + "\u00a0ms";
        }
        if (size < 60_000) {
            return oneDecimal(millis / 1_000) + "\u00a0s";
        }
        if (size < 3_600_000) {
            return oneDecimal(millis / 60_000) + "\u00a0min";
        }
        if (size < 2 * MILLIS_PER_DAY) {
            return oneDecimal(millis / 3_600_000) + "\u00a0h";
        }
        double days = millis / MILLIS_PER_DAY;
        return Math.abs(days) < 2 * DAYS_PER_YEAR
                ? oneDecimal(days) + "\u00a0d"
                : oneDecimal(days / DAYS_PER_YEAR) + "\u00a0years";
    }

    private static String oneDecimal(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
