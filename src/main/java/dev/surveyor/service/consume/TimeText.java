package dev.surveyor.service.consume;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the points in time that people type, and writes them with their zone. */
public final class TimeText {

    /** What {@link #parse} takes, for a message. */
    public static final String EXPECTED =
            "a time such as 10:00, 2026-11-22 10:00, 2026-11-22T09:00:00Z, -15m, or milliseconds since 1970";

    private static final Pattern EPOCH_MILLIS = Pattern.compile("\\d{11,15}");
    private static final Pattern AGO = Pattern.compile("-\\s*(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private TimeText() {}

    /**
     * Returns the point in time; empty where the text is not one. A time of day is today's; a text without a zone is in
     * the given zone.
     */
    public static Optional<Instant> parse(String text, ZoneId zone, Instant now) {
        String trimmed = text.strip();
        try {
            return Optional.of(read(trimmed, zone, now));
        } catch (DateTimeException | ArithmeticException notATime) {
            return Optional.empty();
        }
    }

    private static Instant read(String text, ZoneId zone, Instant now) {
        if (EPOCH_MILLIS.matcher(text).matches()) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return now.minus(length(Long.parseLong(ago.group(1)), ago.group(2)));
        }
        if (text.indexOf(':') > 0 && text.indexOf(':') <= 2) {
            return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text)
                    .atDate(LocalDate.ofInstant(now, zone))
                    .atZone(zone)
                    .toInstant();
        }
        String iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2})\\s+", "$1T");
        if (iso.length() == 10) {
            return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
        }
        boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
        return zoned
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }

    private static Duration length(long count, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** Returns {@code 2026-11-22 10:00:00} in the zone. */
    public static String seconds(Instant time, ZoneId zone) {
        return SECONDS.format(time.atZone(zone));
    }

    /** Returns {@code 2026-11-22 10:00:00.000} in the zone. */
    public static String millis(Instant time, ZoneId zone) {
        return MILLIS.format(time.atZone(zone));
    }

    /** Returns the zone's distance from UTC at that time, {@code UTC}, {@code UTC+1} or {@code UTC+5:30}. */
    public static String zone(ZoneId zone, Instant at) {
        ZoneOffset offset = zone.getRules().getOffset(at);
        int seconds = Math.abs(offset.getTotalSeconds());
        if (seconds == 0) {
            return "UTC";
        }
        int minutes = seconds / 60 % 60;
        String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        return "UTC" + sign + seconds / 3600
                + (minutes == 0 ? "" : String.format(java.util.Locale.ROOT, ":%02d", minutes));
    }
}
