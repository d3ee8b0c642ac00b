package dev.surveyor.domain.time;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that people type or paste: everything that {@link Times} writes, ISO 8601, and a few short forms. The
 * grammar is in {@code docs/filter.md}.
 *
 * @param zone of times that do not say theirs
 * @param now what times are counted back from, and whose day is meant where there is no date
 */
public record TimeReader(ZoneId zone, Instant now) {

    /** What it reads, for a message. */
    public static final String EXPECTED =
            "a time such as 10:00, 2026-11-22 10:00, 2026-11-22T09:00:00Z, -15m, or milliseconds since 1970";

    private static final String DATE = "([+-]?[0-9]{4,9})-([0-9]{2})-([0-9]{2})";
    private static final String CLOCK = "([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?";
    private static final String OFFSET = "(?:UTC|GMT)?([+-])([0-9]{1,2})(?::?([0-9]{2})(?::([0-9]{2}))?)?";
    private static final String REGION = "[A-Za-z]+(?:/[A-Za-z0-9_+-]+)+";
    private static final String ZONE = "(Z|UTC|GMT|" + OFFSET + "(?:\\[" + REGION + "\\])?|\\[?(" + REGION + ")\\]?)";

    private static final Pattern AGO = form("-\\s*([0-9]{1,9})\\s*(ms|s|min|m|h|d|w)");
    /** A short number may be the year or the offset that somebody meant, so it needs the sign. */
    private static final Pattern EPOCH = form("@(-?[0-9]{1,19})|(-?[0-9]{9,19})");

    private static final Pattern MOMENT =
            form("(?:" + DATE + "(?:$|(?:T|\\s+)(?=[0-9])))?(?:" + CLOCK + "\\s*" + ZONE + "?)?");
    private static final Pattern NOW = form("now");

    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private static final int YEAR = 1;
    private static final int HOUR = 4;
    private static final int SECOND = 6;
    private static final int FRACTION = 7;
    private static final int ZONE_NAME = 8;
    private static final int SIGN = 9;
    private static final int REGION_NAME = 13;

    private static Pattern form(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }

    /** Returns a reader of the clock's zone and of this moment. */
    public static TimeReader of(Clock clock) {
        return new TimeReader(clock.getZone(), clock.instant());
    }

    /** Returns the moment that is meant, the beginning of one that is vague; empty where the text is none. */
    public Optional<Instant> moment(String text) {
        return Optional.ofNullable(stretch(text)).map(TimeStretch::from);
    }

    /** Returns what is meant; null where the text is no time, or one that no timestamp can be. */
    public @Nullable TimeStretch stretch(String text) {
        String typed = plain(text);
        try {
            return read(typed);
        } catch (DateTimeException | ArithmeticException | NumberFormatException notATime) {
            return null;
        }
    }

    /** Returns whether more characters can make a time of the text, which is none yet. */
    public boolean begins(String text) {
        String typed = plain(text);
        return goesOn(NOW, typed) || goesOn(AGO, typed) || goesOn(EPOCH, typed) || goesOn(MOMENT, typed);
    }

    private static boolean goesOn(Pattern form, String typed) {
        Matcher matcher = form.matcher(typed);
        return !matcher.matches() && matcher.hitEnd();
    }

    /** What is pasted may have other spaces and another minus sign than a keyboard has. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2212', '-')
                .strip();
    }

    private @Nullable TimeStretch read(String typed) {
        if (NOW.matcher(typed).matches()) {
            return exactly(now.toEpochMilli());
        }
        Matcher ago = AGO.matcher(typed);
        if (ago.matches()) {
            return exactly(now.minus(length(Long.parseLong(ago.group(1)), ago.group(2)))
                    .toEpochMilli());
        }
        Matcher epoch = EPOCH.matcher(typed);
        if (epoch.matches()) {
            return exactly(Long.parseLong(epoch.group(1) == null ? epoch.group(2) : epoch.group(1)));
        }
        Matcher parts = MOMENT.matcher(typed);
        if (!parts.matches() || typed.isEmpty()) {
            return null;
        }
        LocalDate day = parts.group(YEAR) == null
                ? null
                : LocalDate.of(number(parts, YEAR), number(parts, YEAR + 1), number(parts, YEAR + 2));
        if (parts.group(HOUR) != null) {
            return atTime(day, parts);
        }
        return day == null ? null : stretch(start(day), start(day.plusDays(1)));
    }

    private TimeStretch atTime(@Nullable LocalDate day, Matcher parts) {
        ZoneId its = parts.group(ZONE_NAME) == null ? zone : zoneOf(parts);
        LocalDate date = day == null ? LocalDate.ofInstant(now, its) : day;
        boolean seconds = parts.group(SECOND) != null;
        String fraction = parts.group(FRACTION);
        LocalTime time = LocalTime.of(
                number(parts, HOUR),
                number(parts, HOUR + 1),
                seconds ? number(parts, SECOND) : 0,
                fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)));
        Instant from = LocalDateTime.of(date, time).atZone(its).toInstant();
        return fraction != null ? exactly(from.toEpochMilli()) : stretch(from, from.plusSeconds(seconds ? 1 : 60));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static ZoneId zoneOf(Matcher parts) {
        String region = parts.group(REGION_NAME);
        if (region != null) {
            return ZoneId.of(region);
        }
        String sign = parts.group(SIGN);
        if (sign == null) {
            return ZoneOffset.UTC;
        }
        int by = sign.equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutesSeconds(
                by * number(parts, SIGN + 1), by * number(parts, SIGN + 2), by * number(parts, SIGN + 3));
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Duration length(long count, String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            case "w" -> Duration.ofDays(Math.multiplyExact(count, 7L));
            default -> Duration.ofMinutes(count);
        };
    }

    private static TimeStretch exactly(long millis) {
        return new TimeStretch(millis, millis);
    }

    /** Cuts what lies before the first or behind the last moment that a timestamp can be. */
    private static TimeStretch stretch(Instant from, Instant end) {
        if (from.isAfter(LAST) || end.isBefore(FIRST)) {
            throw new DateTimeException("no timestamp can be " + from);
        }
        return new TimeStretch(
                from.isBefore(FIRST) ? Long.MIN_VALUE : from.toEpochMilli(),
                end.isAfter(LAST) ? Long.MAX_VALUE : end.toEpochMilli() - 1);
    }
}
