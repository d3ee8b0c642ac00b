package dev.surveyor.ui.parts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes times for reading, in one zone. Never changes; safe for use by any thread. */
public final class Times {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ZoneId zone;

    public Times(ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Returns for instance {@code 10:02:11.482}. */
    public String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** Returns for instance {@code 2026-11-22 10:02:11.482}. */
    public String dateTime(Instant at) {
        return DATE_TIME.format(at.atZone(zone));
    }

    /** Returns ISO-8601 in UTC whatever the zone, for tooltips and copies: {@code 2026-11-22T09:02:11.482Z}. */
    public static String iso(Instant at) {
        return UTC.format(at);
    }

    /** Returns the zone as it is at that time: {@code UTC}, {@code UTC+1}, {@code UTC-3:30}. */
    public String zoneLabel(Instant at) {
        int seconds = zone.getRules().getOffset(at).getTotalSeconds();
        if (seconds == 0) {
            return "UTC";
        }
        int minutes = Math.abs(seconds) / 60;
        String sign = seconds < 0 ? "-" : "+";
        String rest = minutes % 60 == 0 ? "" : String.format(Locale.ROOT, ":%02d", minutes % 60);
        return "UTC" + sign + minutes / 60 + rest;
    }

    /** Returns a length of time with at most one decimal: {@code 3 ms}, {@code 1.2 s}, {@code 4 min}, {@code 2.5 h}. */
    public static String length(Duration length) {
        double millis = length.toNanos() / 1e6;
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
        return size < 172_800_000
                ? oneDecimal(millis / 3_600_000) + "\u00a0h"
                : oneDecimal(millis / 86_400_000) + "\u00a0d";
    }

    private static String oneDecimal(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
