package dev.surveyor.ui.records.consume;

import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.ui.parts.Numbers;
import dev.surveyor.ui.records.RecordTexts;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where to start, in words; and the times and offsets that a user types. */
final class StartTexts {

    private static final Pattern BACK = Pattern.compile("-\\s*(\\d{1,9})\\s*(ms|s|m|min|h|d)");
    private static final Pattern EPOCH = Pattern.compile("\\d{11,15}");
    private static final Pattern LOCAL_DATE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d?:\\d\\d.*");
    private static final Pattern LOCAL_TIME = Pattern.compile("\\d\\d?:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");

    private StartTexts() {}

    /** Returns the words of the chip. */
    static String words(StartPosition start, Clock clock) {
        if (start instanceof StartPosition.LastRecords last) {
            return "Last " + Numbers.grouped(last.count());
        }
        if (start instanceof StartPosition.AtTime at) {
            return "From " + RecordTexts.dateTime(at.time().toEpochMilli(), clock.getZone());
        }
        if (start instanceof StartPosition.AtOffset at) {
            return "From offset " + Numbers.grouped(at.offset());
        }
        if (start instanceof StartPosition.Beginning) {
            return "Beginning";
        }
        return start instanceof StartPosition.Committed ? "Committed offsets" : "New records";
    }

    /**
     * Reads {@code 10:00} (today), {@code 2026-01-05 10:00}, {@code 2026-01-05T09:00:00Z}, {@code 1767603600000} or
     * {@code -15m}; empty where it is none of these.
     */
    static Optional<Instant> time(String text, Clock clock) {
        String typed = text.strip();
        Matcher back = BACK.matcher(typed.toLowerCase(Locale.ROOT));
        if (back.matches()) {
            return Optional.of(clock.instant().minus(unit(back.group(2)).multipliedBy(Long.parseLong(back.group(1)))));
        }
        if (EPOCH.matcher(typed).matches()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(typed)));
        }
        try {
            return Optional.of(pointInTime(typed, clock));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** Reads an offset of at least 0, spaces between digits allowed; empty where it is none. */
    static Optional<Long> offset(String text) {
        String digits = text.replaceAll("[\\s\\u00A0\\u202F_]", "");
        return digits.matches("\\d{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    private static Instant pointInTime(String text, Clock clock) {
        if (LOCAL_TIME.matcher(text).matches()) {
            LocalTime time = LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
            return LocalDate.now(clock).atTime(time).atZone(clock.getZone()).toInstant();
        }
        if (LOCAL_DATE_TIME.matcher(text).matches()) {
            String iso = text.replace(' ', 'T');
            return iso.endsWith("Z") || iso.matches(".*[+-]\\d\\d:?\\d\\d.*")
                    ? ZonedDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(clock.getZone()).toInstant();
        }
        return LocalDate.parse(text).atStartOfDay(clock.getZone()).toInstant();
    }

    private static Duration unit(String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofMinutes(1);
        };
    }
}
