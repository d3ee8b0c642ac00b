package dev.surveyor.filter.slow;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RecordHeader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * docs/filter.md once more, read slowly: every part decoded, every document parsed whole, no bytes and no bounds. Times,
 * topics, marks and errors are left out; of transactions it knows what the test has made up.
 */
public final class SlowFilter {

    private static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", ":", "=", "<", ">");

    private final String text;
    private int at;

    private SlowFilter(String text) {
        this.text = text;
    }

    /** A filter; null is undecided. */
    @FunctionalInterface
    public interface Slow {
        @Nullable
        Boolean test(ConsumedRecord record);
    }

    /** Parses a filter that is valid. */
    public static Slow of(String text) {
        SlowFilter parser = new SlowFilter(text);
        Slow all = parser.or();
        if (parser.at < text.length()) {
            throw new IllegalArgumentException(text + " is read up to " + parser.at);
        }
        return all;
    }

    private Slow or() {
        Slow all = and();
        while (takeSpaced("||")) {
            all = joined(all, and(), true);
        }
        return all;
    }

    private Slow and() {
        Slow all = unary();
        while (true) {
            boolean sign = takeSpaced("&&");
            if (!sign && (at == text.length() || look(")") || look("||"))) {
                return all;
            }
            all = joined(all, unary(), false);
        }
    }

    private static Slow joined(Slow left, Slow right, boolean decisive) {
        return record -> {
            Boolean one = left.test(record);
            Boolean other = right.test(record);
            if ((one != null && one == decisive) || (other != null && other == decisive)) {
                return decisive;
            }
            return (one == null || other == null) ? null : Boolean.valueOf(!decisive);
        };
    }

    private Slow unary() {
        if (takeSpaced("!")) {
            Slow inner = unary();
            return record -> {
                Boolean verdict = inner.test(record);
                return verdict == null ? null : Boolean.valueOf(!verdict);
            };
        }
        if (takeSpaced("(")) {
            Slow inner = or();
            if (!takeSpaced(")")) {
                throw new IllegalArgumentException(text + " has no ) at " + at);
            }
            return inner;
        }
        return test();
    }

    private Slow test() {
        int start = at;
        if (!look("\"") && !look("'") && !look("/")) {
            Slow state = take("is:") ? state() : null;
            if (state != null) {
                return state;
            }
            for (String name : List.of("key", "value", "header", "partition", "p", "offset", "size")) {
                at = start;
                Slow field = take(name) ? field(name) : null;
                if (field != null) {
                    return field;
                }
            }
        }
        at = start;
        SlowOperand wanted = operand();
        return record -> {
            byte[] key = record.key();
            byte[] value = record.value();
            return (key != null && wanted.in(text(key)))
                    || (value != null && wanted.in(text(value)))
                    || record.headers().stream().anyMatch(each -> inHeader(each, wanted));
        };
    }

    private Slow state() {
        String word = match("[a-z]+").group();
        return word.equals("tombstone")
                ? record -> record.key() != null && record.value() == null
                : record -> {
                    String known = transactionOf(record.offset());
                    return known == null ? null : Boolean.valueOf(known.equals(word));
                };
    }

    /** Returns what is known of the transaction of a record with that offset; null for nothing. */
    static @Nullable String transactionOf(long offset) {
        return switch ((int) (offset % 5)) {
            case 0 -> "aborted";
            case 1 -> "open";
            case 2 -> null;
            default -> "committed";
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static boolean inHeader(RecordHeader header, SlowOperand wanted) {
        byte[] value = header.value();
        return wanted.in(header.key()) || (value != null && wanted.in(text(value)));
    }

    private @Nullable Slow field(String name) {
        boolean key = name.equals("key");
        if ((key || name.equals("value")) && (look(".") || look("["))) {
            List<Object> path = path();
            String operator = operator();
            SlowJson question = new SlowJson(path, operator, operator == null ? null : operand());
            return record -> question.test(key ? record.key() : record.value());
        }
        if (name.equals("header") && take(".")) {
            String wanted = name("\\p{L}\\p{N}_.\\-$@/+*#%~");
            String operator = operator();
            SlowOperand operand = operator == null ? null : operand();
            return record -> header(record, wanted, operator, operand);
        }
        String operator = operator();
        if (operator == null) {
            return null;
        }
        if (name.equals("header")) {
            SlowOperand wanted = operand();
            return record -> record.headers().stream()
                    .anyMatch(each -> (wanted.isNull() || wanted.isEmpty())
                            ? wanted.passes(each.value(), "=")
                            : inHeader(each, wanted));
        }
        if (key || name.equals("value")) {
            SlowOperand wanted = operand();
            return record -> wanted.passes(key ? record.key() : record.value(), operator);
        }
        String ranges = operand().text();
        return record -> inRanges(
                operator,
                ranges,
                name.equals("offset")
                        ? record.offset()
                        : name.equals("size")
                                ? record.sizeInBytes()
                                : record.partition().partition());
    }

    /** One header of several is enough, but for "not equal", where none may be equal. */
    private static boolean header(
            ConsumedRecord record, String name, @Nullable String operator, @Nullable SlowOperand operand) {
        List<RecordHeader> named = record.headers().stream()
                .filter(each -> each.key().equals(name))
                .toList();
        if (operator == null || operand == null) {
            return !named.isEmpty();
        }
        return operator.equals("!=")
                ? !named.isEmpty() && named.stream().noneMatch(each -> operand.passes(each.value(), "="))
                : named.stream().anyMatch(each -> operand.passes(each.value(), operator));
    }

    private static boolean inRanges(String operator, String ranges, long number) {
        boolean in = false;
        for (String range : ranges.split(",", -1)) {
            int dots = range.indexOf("..");
            String from = dots < 0 ? range : range.substring(0, dots);
            String to = dots < 0 ? range : range.substring(dots + 2);
            switch (operator) {
                case "<" -> in = number < size(from);
                case "<=" -> in = number <= size(from);
                case ">" -> in = number > size(from);
                case ">=" -> in = number >= size(from);
                default -> in |= (from.isEmpty() || number >= size(from)) && (to.isEmpty() || number <= size(to));
            }
        }
        return in != operator.equals("!=");
    }

    private static double size(String text) {
        Matcher parts = Pattern.compile("([0-9.]+)([a-z]*)").matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        return Double.parseDouble(parts.group(1))
                * switch (parts.group(2)) {
                    case "k", "kb" -> 1000;
                    case "kib" -> 1024;
                    default -> 1;
                };
    }

    private SlowOperand operand() {
        space();
        if (look("\"") || look("'")) {
            return new SlowOperand(true, quoted(), null);
        }
        if (look("/")) {
            int end = at + 1;
            while (text.charAt(end) != '/') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            String source = text.substring(at + 1, end);
            at = end + 1;
            Matcher letters = match("[ims]*");
            boolean ascii = source.chars().allMatch(c -> c < 0x80);
            int flags =
                    (letters.group().contains("i") ? Pattern.CASE_INSENSITIVE | (ascii ? 0 : Pattern.UNICODE_CASE) : 0)
                            | (letters.group().contains("m") ? Pattern.MULTILINE : 0)
                            | (letters.group().contains("s") ? Pattern.DOTALL : 0);
            return new SlowOperand(false, source, Pattern.compile(source, flags));
        }
        return new SlowOperand(false, match("(?:(?!&&|\\|\\|)[^\\s()\"])+").group(), null);
    }

    private String quoted() {
        String found = match("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'").group();
        Matcher escape = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)").matcher(found.substring(1, found.length() - 1));
        return escape.replaceAll(each -> Matcher.quoteReplacement(
                switch (each.group(1).charAt(0)) {
                    case 'n' -> "\n";
                    case 'r' -> "\r";
                    case 't' -> "\t";
                    case 'u' ->
                        String.valueOf((char) Integer.parseInt(each.group(1).substring(1), 16));
                    default -> each.group(1);
                }));
    }

    private List<Object> path() {
        List<Object> path = new ArrayList<>();
        while (true) {
            if (take(".")) {
                path.add(name("\\p{L}\\p{N}_\\-$@"));
            } else if (take("[")) {
                String index = match("[0-9]+\\]|\\*\\]").group();
                path.add(
                        index.equals("*]") ? SlowJson.EVERY : Integer.parseInt(index.substring(0, index.length() - 1)));
            } else {
                return path;
            }
        }
    }

    private String name(String characters) {
        return look("\"") || look("'")
                ? quoted()
                : match("[" + characters + "]+").group();
    }

    private @Nullable String operator() {
        int back = at;
        for (String each : OPERATORS) {
            if (takeSpaced(each)) {
                return each.equals("==") ? "=" : each;
            }
        }
        at = back;
        return null;
    }

    private Matcher match(String expression) {
        Matcher matcher = Pattern.compile(expression).matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw new IllegalArgumentException(text + " has no " + expression + " at " + at);
        }
        at = matcher.end();
        return matcher;
    }

    private void space() {
        at = match("\\s*").end();
    }

    private boolean look(String wanted) {
        return text.startsWith(wanted, at);
    }

    private boolean take(String wanted) {
        boolean there = look(wanted);
        at += there ? wanted.length() : 0;
        return there;
    }

    private boolean takeSpaced(String wanted) {
        space();
        return take(wanted);
    }
}
