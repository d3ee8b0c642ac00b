package dev.surveyor.filter.suggest;

import dev.surveyor.filter.suggest.Suggestion.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what may be typed next at the caret, most frequent first. Cheap: one look at the sample's statistics. */
public final class Suggester {

    private static final List<String> WORDS =
            List.of("key:", "value:", "value.", "header.", "p:", "offset:", "time>-15m", "size>10KB", "topic:", "is:");
    private static final Map<String, List<String>> FIXED = Map.of(
            "is", List.of("marked", "tombstone", "error", "aborted", "open"),
            "key", List.of("null", "empty"),
            "value", List.of("null", "empty"),
            "time", List.of("-5m", "-15m", "-1h", "-1d", "now"),
            "size", List.of("1KB", "10KB", "1MB"));

    private final FieldStatistics statistics;
    private final int limit;

    /** Suggests from this sample, at most that many at a time. */
    public Suggester(FieldStatistics statistics, int limit) {
        this.statistics = statistics;
        this.limit = limit;
    }

    /** Returns the suggestions for the term in which the caret stands; the caret is an index from 0 to the length. */
    public List<Suggestion> at(String text, int caret) {
        int end = Math.max(0, Math.min(caret, text.length()));
        int start = termStart(text, end);
        if (start < 0) {
            return List.of();
        }
        String term = text.substring(start, end);
        int operator = operatorIn(term);
        List<Suggestion> found = operator < 0 ? fields(term, start, end) : values(term, operator, start, end);
        return found.stream()
                .sorted(Comparator.comparingLong(Suggestion::count).reversed())
                .limit(limit)
                .toList();
    }

    private List<Suggestion> fields(String term, int start, int end) {
        List<Suggestion> found = new ArrayList<>();
        String typed = fold(term);
        statistics.fields().forEach((name, field) -> {
            boolean path = name.indexOf('.') > 0 || name.indexOf('[') > 0;
            if (path && !name.equals(term) && matches(name, typed)) {
                found.add(new Suggestion(name, start, end, field.count(), Kind.FIELD));
            }
        });
        for (String word : WORDS) {
            if (word.startsWith(typed) && !word.equals(typed)) {
                found.add(new Suggestion(word, start, end, -1, Kind.FIELD));
            }
        }
        return found;
    }

    /** A path is also found by the start of one of its later steps: {@code stat} finds {@code value.status}. */
    private static boolean matches(String name, String typed) {
        String folded = fold(name);
        return folded.startsWith(typed) || (!typed.isEmpty() && folded.contains("." + typed));
    }

    private List<Suggestion> values(String term, int operator, int start, int end) {
        int valueAt = operator;
        while (valueAt < term.length() && "!=<>:".indexOf(term.charAt(valueAt)) >= 0) {
            valueAt++;
        }
        String field = term.substring(0, operator);
        String typed = fold(term.substring(valueAt).replace("\"", ""));
        List<Suggestion> found = new ArrayList<>();
        for (String word : FIXED.getOrDefault(field, List.of())) {
            if (word.startsWith(typed)) {
                found.add(new Suggestion(word, start + valueAt, end, -1, Kind.VALUE));
            }
        }
        String offsets = statistics.offsets();
        boolean range = term.charAt(operator) == ':' || term.charAt(operator) == '=';
        if (field.equals("offset") && range && !offsets.isEmpty() && offsets.startsWith(typed)) {
            found.add(new Suggestion(offsets, start + valueAt, end, statistics.records(), Kind.VALUE));
        }
        FieldStatistics.Field seen = statistics.fields().get(field);
        if (seen != null) {
            addSeen(found, seen, typed, start + valueAt, end);
        }
        return found;
    }

    private static void addSeen(List<Suggestion> found, FieldStatistics.Field seen, String typed, int from, int to) {
        seen.values().forEach((value, count) -> {
            if (fold(value).replace("\"", "").startsWith(typed)) {
                found.removeIf(known -> known.text().equals(value));
                found.add(new Suggestion(value, from, to, count, Kind.VALUE));
            }
        });
    }

    /** Returns where the term before the caret starts; -1 inside a text that stands alone in quotes. */
    private static int termStart(String text, int caret) {
        int start = 0;
        char quote = 0;
        for (int i = 0; i < caret; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || (c == '\'' && i == start)) {
                quote = c;
            } else if (endsTerm(text, i) || (c == '!' && i == start)) {
                start = i + 1;
            }
        }
        return quote != 0 && start < caret && text.charAt(start) == quote ? -1 : start;
    }

    private static boolean endsTerm(String text, int index) {
        char c = text.charAt(index);
        return Character.isWhitespace(c)
                || c == '('
                || c == ')'
                || text.startsWith("&&", index)
                || text.startsWith("||", index)
                || (index > 0 && (text.startsWith("&&", index - 1) || text.startsWith("||", index - 1)));
    }

    private static int operatorIn(String term) {
        boolean quoted = false;
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            quoted ^= c == '"';
            if (!quoted && "!=<>:".indexOf(c) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
