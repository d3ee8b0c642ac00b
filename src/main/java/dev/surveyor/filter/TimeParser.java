package dev.surveyor.filter;

import dev.surveyor.filter.LongRanges.Range;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a moment or a stretch of time. Times without a zone are those of the clock's zone. */
final class TimeParser {

    private static final Pattern RELATIVE = Pattern.compile("-([0-9]{1,9})(ms|s|m|h|d|w)");
    private static final Pattern EPOCH = Pattern.compile("@?(-?[0-9]{9,16})");
    private static final Pattern LOCAL_TIME =
            Pattern.compile("[0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("now"),
            RELATIVE,
            EPOCH,
            LOCAL_TIME,
            Pattern.compile(DATE.pattern() + "(T" + LOCAL_TIME.pattern() + ")?"));

    private final Clock clock;

    TimeParser(Clock clock) {
        this.clock = clock;
    }

    /** Returns the milliseconds since 1970 that the text means, as a range that is as wide as it is vague; or null. */
    @Nullable
    Range parse(String text) {
        try {
            return moment(text.replace(',', '.'));
        } catch (DateTimeException | ArithmeticException notATime) {
            return null;
        }
    }

    /** Returns whether more characters can make a time of the text, which is none yet. */
    boolean begins(String text) {
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(text.replace(',', '.'));
            if (!matcher.matches() && matcher.hitEnd()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Range moment(String text) {
        Instant now = clock.instant();
        if (text.equals("now")) {
            return exactly(now.toEpochMilli());
        }
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            return exactly(now.minus(duration(Long.parseLong(relative.group(1)), relative.group(2)))
                    .toEpochMilli());
        }
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            return exactly(Long.parseLong(epoch.group(1)));
        }
        if (DATE.matcher(text).matches()) {
            LocalDate day = LocalDate.parse(text);
            return stretch(start(day), start(day.plusDays(1)));
        }
        boolean timeOnly = LOCAL_TIME.matcher(text).matches();
        int split = timeOnly ? -1 : text.indexOf('T');
        if (!timeOnly
                && (split < 0 || !LOCAL_TIME.matcher(text.substring(split + 1)).matches())) {
            return null;
        }
        String time = text.substring(split + 1);
        LocalDate day = timeOnly ? LocalDate.now(clock) : LocalDate.parse(text.substring(0, split));
        return atTime(day, time);
    }

    private Range atTime(LocalDate day, String time) {
        boolean zoned = time.endsWith("Z") || time.lastIndexOf('+') > 0 || time.lastIndexOf('-') > 0;
        Instant from = zoned
                ? OffsetDateTime.parse(day + "T" + time).toInstant()
                : LocalDateTime.of(day, LocalTime.parse(time))
                        .atZone(clock.getZone())
                        .toInstant();
        String clockTime = time.replaceAll("(Z|[+-].*)$", "");
        if (clockTime.length() == "10:30".length()) {
            return stretch(from, from.plus(Duration.ofMinutes(1)));
        }
        return clockTime.length() == "10:30:00".length()
                ? stretch(from, from.plusSeconds(1))
                : exactly(from.toEpochMilli());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static Duration duration(long count, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(Math.multiplyExact(count, 7L));
        };
    }

    private static Range exactly(long millis) {
        return new Range(millis, millis);
    }

    private static Range stretch(Instant from, Instant end) {
        return new Range(from.toEpochMilli(), end.toEpochMilli() - 1);
    }
}
