package dev.surveyor.filter;

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

    private final FilterCursor cursor;
    private final TimeParser times;

    RangeParser(FilterCursor cursor, Clock clock) {
        this.cursor = cursor;
        this.times = new TimeParser(clock);
    }

    /** Reads the operand; the cursor stands on its first character. For "not equal" the set is that of "equal". */
    LongRanges read(Expression.NumberField number, Operator operator) throws FilterSyntaxException {
        int start = cursor.position();
        String word = cursor.word();
        refuseApart(number, word);
        if (operator.orders()) {
            Range moment = one(number, word, start);
            boolean fromEnd = operator == Operator.LESS_OR_EQUAL || operator == Operator.GREATER;
            return LongRanges.compared(operator, fromEnd ? moment.to() : moment.from());
        }
        List<Range> ranges = new ArrayList<>();
        int at = 0;
        while (at <= word.length()) {
            int comma = word.indexOf(',', at);
            int end = comma < 0 ? word.length() : comma;
            ranges.add(item(number, word.substring(at, end), start + at));
            at = end + 1;
        }
        return new LongRanges(ranges);
    }

    /** What belongs to the number and stands apart would become a search for its text, which finds nothing. */
    private void refuseApart(Expression.NumberField number, String word) throws FilterSyntaxException {
        int end = cursor.position();
        cursor.skipSpaces();
        int column = cursor.position() + 1;
        String next = cursor.word();
        cursor.moveTo(end);
        boolean unit = number == Expression.NumberField.SIZE
                && word.matches(".*[0-9]")
                && !next.isEmpty()
                && UNITS.containsKey(next.toLowerCase(Locale.ROOT));
        boolean clock = number == Expression.NumberField.TIME
                && word.matches(".*[0-9]{4}-[0-9]{2}-[0-9]{2}")
                && next.matches("[0-9]{2}:[0-9]{2}.*");
        if (unit || clock || next.startsWith("..") || next.startsWith(",")) {
            String expected = (clock ? "T instead of the space before " : "no space before ") + next;
            throw cursor.error(column, expected, "expected " + expected + ", or that as a text in quotes");
        }
    }

    private Range item(Expression.NumberField number, String text, int start) throws FilterSyntaxException {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return one(number, text, start);
        }
        String from = text.substring(0, dots);
        String to = text.substring(dots + 2);
        if (from.isEmpty() && to.isEmpty()) {
            throw cursor.begun(start + 1, what(number) + " before or after ..");
        }
        long first = from.isEmpty() ? Long.MIN_VALUE : one(number, from, start).from();
        long last = to.isEmpty()
                ? Long.MAX_VALUE
                : one(number, to, start + dots + 2).to();
        if (first > last) {
            String message = "the range is empty: expected the smaller end first";
            boolean grows =
                    start + text.length() == cursor.position() && (number != Expression.NumberField.TIME || digits(to));
            throw grows
                    ? cursor.begun(start + 1, "a greater number after ..", message)
                    : cursor.error(start + 1, "the smaller end first", message);
        }
        return new Range(first, last);
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Returns the number as a range of one; a time without seconds is a whole minute, a day the whole day. */
    private Range one(Expression.NumberField number, String text, int start) throws FilterSyntaxException {
        Range range = rangeOf(number, text);
        if (range == null) {
            boolean last = start + text.length() == cursor.position();
            throw last && begins(number, text)
                    ? cursor.begun(start + 1, what(number))
                    : cursor.error(start + 1, what(number));
        }
        return range;
    }

    private @Nullable Range rangeOf(Expression.NumberField number, String text) {
        return switch (number) {
            case PARTITION, OFFSET -> text.matches("[0-9]{1,18}") ? single(Long.parseLong(text)) : null;
            case SIZE -> size(text);
            case TIME -> times.parse(text);
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
            case TIME -> "a time such as -15m, 10:30, 2026-11-22T10:30 or 2026-11-22T10:30:00Z";
        };
    }
}
