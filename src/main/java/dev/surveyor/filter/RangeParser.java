package dev.surveyor.filter;

import dev.surveyor.domain.time.TimeReader;
import dev.surveyor.domain.time.TimeStretch;
import dev.surveyor.filter.LongRanges.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses what a number is compared with: {@code 5}, {@code 0,3}, {@code 100..200}, {@code 10KB}, {@code -15m}. */
final class RangeParser {

    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("b", 1L),
            Map.entry("k", 1000L),
            Map.entry("kb", 1000L),
            Map.entry("m", 1_000_000L),
            Map.entry("mb", 1_000_000L),
            Map.entry("g", 1_000_000_000L),
            Map.entry("gb", 1_000_000_000L),
            Map.entry("kib", 1024L),
            Map.entry("mib", 1024L * 1024),
            Map.entry("gib", 1024L * 1024 * 1024));

    private static final Pattern SIZE =
            Pattern.compile("[0-9]{1,15}([.][0-9]{1,9})?(b|[kmg](i?b)?)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    private static final Pattern CLOCK = Pattern.compile("[0-9]{1,2}:.*");

    private final FilterCursor cursor;
    private final TimeReader times;

    RangeParser(FilterCursor cursor, Clock clock) {
        this.cursor = cursor;
        this.times = TimeReader.of(clock);
    }

    /** Reads the operand; the cursor stands on its first character. For "not equal" the set is that of "equal". */
    LongRanges read(Expression.NumberField number, Operator operator) throws FilterSyntaxException {
        RangeText text =
                number == Expression.NumberField.TIME ? RangeText.ofTimes(cursor, times) : RangeText.of(cursor);
        refuseApart(number, text);
        if (operator.orders()) {
            Range moment = one(number, text);
            boolean fromEnd = operator == Operator.LESS_OR_EQUAL || operator == Operator.GREATER;
            return LongRanges.compared(operator, fromEnd ? moment.to() : moment.from());
        }
        List<Range> ranges = new ArrayList<>();
        for (RangeText item : text.items()) {
            ranges.add(item(number, item));
        }
        return new LongRanges(ranges);
    }

    /** What belongs to the number and stands apart would become a search for its text, which finds nothing. */
    private void refuseApart(Expression.NumberField number, RangeText read) throws FilterSyntaxException {
        int end = cursor.position();
        cursor.skipSpaces();
        int column = cursor.position() + 1;
        String next = cursor.word();
        String word = read.text();
        if (number == Expression.NumberField.TIME
                && DAY.matcher(word).find()
                && CLOCK.matcher(next).matches()) {
            String day = word.substring(word.length() - "2026-11-22".length());
            String expected = "a time of day such as 10:30, or that as a text in quotes";
            throw times.begins(day + " " + next) ? cursor.begun(column, expected) : cursor.error(column, expected);
        }
        boolean unit = number == Expression.NumberField.SIZE
                && word.matches(".*[0-9]")
                && !next.isEmpty()
                && UNITS.containsKey(next.toLowerCase(Locale.ROOT));
        if (unit || next.startsWith("..") || next.startsWith(",")) {
            String expected = "no space before " + next;
            throw cursor.error(column, expected, "expected " + expected + ", or that as a text in quotes");
        }
        cursor.moveTo(end);
    }

    private Range item(Expression.NumberField number, RangeText text) throws FilterSyntaxException {
        int dots = text.dots();
        if (dots < 0) {
            return one(number, text);
        }
        RangeText from = text.part(0, dots);
        RangeText to = text.part(dots + 2, text.length());
        if (from.isEmpty() && to.isEmpty()) {
            throw cursor.begun(text.column(), what(number) + " before or after ..");
        }
        long first = from.isEmpty() ? Long.MIN_VALUE : one(number, from).from();
        long last = to.isEmpty() ? Long.MAX_VALUE : one(number, to).to();
        if (first > last) {
            String message = "the range is empty: expected the smaller end first";
            boolean grows = text.last() && (number != Expression.NumberField.TIME || digits(to.text()));
            throw grows
                    ? cursor.begun(text.column(), "a greater number after ..", message)
                    : cursor.error(text.column(), "the smaller end first", message);
        }
        return new Range(first, last);
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Returns the number as a range of one; a time without seconds is a whole minute, a day the whole day. */
    private Range one(Expression.NumberField number, RangeText text) throws FilterSyntaxException {
        Range range = rangeOf(number, text.text());
        if (range == null) {
            throw text.last() && begins(number, text.text())
                    ? cursor.begun(text.column(), what(number))
                    : cursor.error(text.column(), what(number));
        }
        return range;
    }

    private @Nullable Range rangeOf(Expression.NumberField number, String text) {
        return switch (number) {
            case PARTITION, OFFSET -> text.matches("[0-9]{1,18}") ? single(Long.parseLong(text)) : null;
            case SIZE -> size(text);
            case TIME -> time(text);
        };
    }

    /** Returns whether more characters can make it a value, or the first value of a range. */
    private boolean begins(Expression.NumberField number, String text) {
        if (text.equals(".")) {
            return true;
        }
        if (text.endsWith(".") && rangeOf(number, text.substring(0, text.length() - 1)) != null) {
            return true;
        }
        return switch (number) {
            case PARTITION, OFFSET -> false;
            case SIZE -> {
                Matcher size = SIZE.matcher(text);
                yield !size.matches() && size.hitEnd();
            }
            case TIME -> times.begins(text);
        };
    }

    private @Nullable Range time(String text) {
        TimeStretch stretch = times.stretch(text);
        return stretch == null ? null : new Range(stretch.fromMillis(), stretch.toMillis());
    }

    private static Range single(long number) {
        return new Range(number, number);
    }

    private static @Nullable Range size(String text) {
        int digits = 0;
        while (digits < text.length() && (Character.isDigit(text.charAt(digits)) || text.charAt(digits) == '.')) {
            digits++;
        }
        Long unit = UNITS.get(text.substring(digits).toLowerCase(Locale.ROOT));
        String number = text.substring(0, digits);
        if (unit == null || !number.matches("[0-9]{1,15}(\\.[0-9]{1,9})?")) {
            return null;
        }
        BigDecimal bytes = new BigDecimal(number).multiply(BigDecimal.valueOf(unit));
        return single(bytes.setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Long.MAX_VALUE - 1))
                .longValue());
    }

    private static String what(Expression.NumberField number) {
        return switch (number) {
            case PARTITION -> "a partition number";
            case OFFSET -> "an offset";
            case SIZE -> "a size such as 500, 10KB or 1.5MiB";
            case TIME -> TimeReader.EXPECTED;
        };
    }
}
