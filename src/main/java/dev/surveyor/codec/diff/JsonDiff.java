package dev.surveyor.codec.diff;

import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.words.Counted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares two JSON documents path by path. Fields are matched by name whatever their order, repeated ones by their
 * number; elements of lists by their index. Numbers are compared as they were written.
 */
final class JsonDiff {

    private static final int LONGEST = 2_000;

    private final List<Difference> differences = new ArrayList<>();

    private record Pair(@Nullable JsonItem older, @Nullable JsonItem newer) {}

    /** Returns the differences in the order of the documents. Runs without recursion. */
    List<Difference> compare(JsonItem older, JsonItem newer) {
        Deque<Pair> left = new ArrayDeque<>();
        left.push(new Pair(older, newer));
        while (!left.isEmpty() && differences.size() <= Comparison.MOST_LINES) {
            Pair pair = left.pop();
            JsonItem one = pair.older;
            JsonItem other = pair.newer;
            if (one == null || other == null) {
                say(one, other);
            } else if (one.kind() != other.kind() || !one.text().equals(other.text())) {
                say(one, other);
            } else {
                List<Pair> inside = pairs(one.children(), other.children());
                for (int i = inside.size() - 1; i >= 0; i--) {
                    left.push(inside.get(i));
                }
            }
        }
        return differences;
    }

    private void say(@Nullable JsonItem older, @Nullable JsonItem newer) {
        if (older != null) {
            differences.add(new Difference(Difference.Kind.REMOVED, place(older), words(older)));
        }
        if (newer != null) {
            differences.add(new Difference(Difference.Kind.ADDED, place(newer), words(newer)));
        }
    }

    private static List<Pair> pairs(List<JsonItem> older, List<JsonItem> newer) {
        Map<String, JsonItem> before = keyed(older);
        Map<String, JsonItem> after = keyed(newer);
        List<Pair> pairs = new ArrayList<>(Math.max(older.size(), newer.size()));
        before.forEach((key, item) -> pairs.add(new Pair(item, after.get(key))));
        after.forEach((key, item) -> {
            if (!before.containsKey(key)) {
                pairs.add(new Pair(null, item));
            }
        });
        return pairs;
    }

    private static Map<String, JsonItem> keyed(List<JsonItem> items) {
        Map<String, JsonItem> keyed = new LinkedHashMap<>();
        Map<String, Integer> repeated = new HashMap<>();
        for (JsonItem item : items) {
            String name = item.name();
            String key = name == null ? "[" + item.index() : "." + name;
            int times = repeated.merge(key, 1, Integer::sum);
            keyed.put(times == 1 ? key : key + "\0" + times, item);
        }
        return keyed;
    }

    private static String place(JsonItem item) {
        String path = item.path();
        return path.isEmpty() ? "(whole)" : path;
    }

    private static String words(JsonItem item) {
        int count = item.children().size();
        return switch (item.kind()) {
            case OBJECT -> "{ " + Counted.of(count, "field") + " }";
            case LIST -> "[ " + Counted.of(count, "element") + " ]";
            case STRING -> '"' + cut(item.text()) + '"';
            case NUMBER, LITERAL -> cut(item.text());
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
