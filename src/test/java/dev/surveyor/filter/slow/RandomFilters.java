package dev.surveyor.filter.slow;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Makes odd records, and filters that have something to do with them. */
final class RandomFilters {

    private static final List<String> NAMES =
            List.of("a", "b", "id", "odd name", "x.y", "ü", "A", "ab", "😀", "", "q\"q", "a\\", "status");
    private static final List<String> TEXTS = List.of(
            "paid",
            "PAID",
            "",
            "42",
            "42.0",
            "4.2e1",
            "a",
            "ab",
            "ä",
            "Ä",
            "größe",
            "say \"hi\"",
            "\"id\":5",
            "{\"a\":1}",
            "null",
            "true",
            "😀",
            "x\ny",
            "a\\b",
            "9007199254740993",
            "-1",
            "ß",
            "ẞ",
            "SS",
            "ΑΣ",
            "ας",
            "2026-11-22",
            "zz/top",
            "aaa",
            "abab",
            "İ",
            "ı",
            "ſ",
            "\u212a",
            "\uffee",
            "i",
            "I",
            "k",
            "s");
    private static final List<String> NUMBERS = List.of(
            "42", "42.0", "4.2e1", "420E-1", "0", "-0", "-1", "1.5", "9007199254740993", "9007199254740992", "1e400");
    private static final List<String> EXPRESSIONS = List.of(
            "a", "ab", "\\d", "[a-z]", "[^a]", ".", "paid", "(a|b)", "(?:ab)+", "a*", "b?", "\\w+", "^", "$", "\\b",
            "ä", "ß", "😀", "\\p{L}", "x{1,3}", "\\s", "4", "(?!a)", "(?<=a)", "\\\"", "id");
    private static final List<String> OPERATORS = List.of(":", "=", "!=", "<", "<=", ">", ">=", "==");

    private final Random random;

    RandomFilters(long seed) {
        this.random = new Random(seed);
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    ConsumedRecord record() {
        List<RecordHeader> headers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            byte[] value = any(TEXTS).getBytes(StandardCharsets.UTF_8);
            String name = any(List.of("a", "b", "odd name", "x.y", "ü"));
            headers.add(oneIn(6) ? new RecordHeader(name, null) : new RecordHeader(name, value));
        }
        String key = oneIn(3) ? json(0) : any(TEXTS);
        String value = oneIn(8) ? any(TEXTS) : space() + json(0) + space();
        return ConsumedRecord.at(new PartitionId("orders", random.nextInt(4)), random.nextInt(100))
                .timestamp(0, TimestampType.CREATE_TIME)
                .key(oneIn(5) ? null : key.getBytes(StandardCharsets.UTF_8))
                .value(oneIn(12) ? null : value.getBytes(StandardCharsets.UTF_8))
                .headers(headers)
                .build();
    }

    private String json(int depth) {
        int kind = depth == 0 ? 5 + random.nextInt(4) : random.nextInt(depth > 3 ? 5 : 9);
        if (kind < 2) {
            return string(any(TEXTS));
        } else if (kind < 5) {
            return kind == 4 ? any(List.of("true", "false", "null", "{}", "[ ]")) : any(NUMBERS);
        }
        boolean list = kind == 5;
        StringJoiner all =
                new StringJoiner(space() + "," + space(), (list ? "[" : "{") + space(), space() + (list ? "]" : "}"));
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        for (int i = random.nextInt(5); i > 0; i--) {
            all.add((list ? "" : string(names.get(i)) + space() + ":" + space()) + json(depth + 1));
        }
        return all.toString();
    }

    private String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        boolean escaping = oneIn(4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || (escaping && !Character.isSurrogate(c) && oneIn(3))) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private String space() {
        return oneIn(5) ? any(List.of(" ", "\n", "\t ")) : "";
    }

    String filter(int depth) {
        return switch (random.nextInt(depth > 2 ? 4 : 7)) {
            case 0 -> "!" + test();
            case 4 -> filter(depth + 1) + any(List.of(" && ", " ", "&& ")) + filter(depth + 1);
            case 5 -> filter(depth + 1) + any(List.of(" || ", " ||")) + filter(depth + 1);
            case 6 -> "!(" + filter(depth + 1) + " ) " + filter(depth + 1);
            default -> test();
        };
    }

    private String test() {
        String number = any(List.of("1", "2", "50"));
        return switch (random.nextInt(12)) {
            case 0 -> word();
            case 1 -> quoted(any(TEXTS) + "a");
            case 2 -> regex();
            case 3 -> any(List.of("key", "value")) + compared();
            case 4 ->
                "header." + any(List.of("a", "b", "\"odd name\"", "'x.y'", "x.y", "ü")) + (oneIn(6) ? "" : compared());
            case 5 -> "header:" + operand(":");
            case 6 -> any(List.of("p", "offset", "partition")) + any(List.of("<", "<=", ">", ">=")) + number;
            case 7 ->
                any(List.of("p", "offset"))
                        + any(List.of(":", "=", "!="))
                        + any(List.of("0", "0,2", "1..2", "2..", "..1,9"));
            case 9 -> "is:" + any(List.of("aborted", "open", "tombstone"));
            case 8 -> "size" + any(List.of(">10", "<0.02KB", ":10..20", "!=20B", ">=0.5KiB"));
            default -> any(List.of("value", "value", "key")) + path() + (oneIn(6) ? "" : compared());
        };
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String name = any(NAMES);
            boolean plain = name.matches("[\\p{L}\\p{N}]+") && !oneIn(4);
            path.append(oneIn(3) ? any(List.of("[0]", "[1]", "[*]")) : plain ? "." + name : "." + quoted(name));
        }
        return path.toString();
    }

    private String compared() {
        String operator = any(OPERATORS);
        return (oneIn(8) ? " " : "") + operator + (oneIn(8) ? " " : "") + operand(operator);
    }

    private String operand(String operator) {
        boolean order = operator.startsWith("<") || operator.startsWith(">");
        return switch (random.nextInt(5)) {
            case 0 -> quoted(any(TEXTS));
            case 1 -> order ? any(NUMBERS) : regex();
            case 2 -> order ? any(NUMBERS) : any(List.of("null", "empty", "true"));
            case 3 -> any(NUMBERS);
            default -> word();
        };
    }

    private String word() {
        while (true) {
            String text = any(TEXTS);
            if (text.matches("[^\\s()\"'/{]+")) {
                return text;
            }
        }
    }

    private String quoted(String text) {
        char quote = random.nextBoolean() ? '"' : '\'';
        StringBuilder out = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || oneIn(20)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c == quote || c == '\\' ? "\\" : "").append(c);
            }
        }
        return out.append(quote).toString();
    }

    private String regex() {
        StringBuilder out = new StringBuilder("/");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            out.append(any(EXPRESSIONS));
        }
        return out + (oneIn(5) ? "|" + any(EXPRESSIONS) : "") + "/" + any(List.of("", "", "i", "s", "m", "is"));
    }
}
