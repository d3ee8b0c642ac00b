package dev.surveyor.codec.diff;

import dev.surveyor.codec.Content;
import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.JsonTree;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import java.util.List;

/**
 * How a newer value differs from an older one.
 *
 * @param way what was compared
 * @param differences in order; empty where the bytes are the same, or where JSON says the same in other bytes
 * @param sameBytes whether both are the same byte by byte
 * @param complete whether everything was compared; both are read up to {@link #MOST_BYTES}
 */
public record Comparison(Way way, List<Difference> differences, boolean sameBytes, boolean complete) {

    /** How much of each value is compared. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    /** How many lines a comparison has at most. */
    static final int MOST_LINES = 10_000;

    /** What was compared. */
    public enum Way {
        /** Paths of two JSON documents. */
        PATHS,
        /** Lines of two texts. */
        LINES,
        /** Bytes at the same offsets. */
        BYTES,
        /** One of them is null or empty. */
        PRESENCE
    }

    public Comparison {
        differences = List.copyOf(differences);
    }

    /** Compares two values. Takes time linear in their sizes, but for texts without anything in common. */
    public static Comparison of(Slice older, Slice newer) {
        boolean same = same(older, newer);
        boolean complete = older.length() <= MOST_BYTES && newer.length() <= MOST_BYTES;
        Slice before = older.first(MOST_BYTES);
        Slice after = newer.first(MOST_BYTES);
        if (older.length() == 0 || newer.length() == 0) {
            return new Comparison(Way.PRESENCE, same ? List.of() : presence(before, after), same, complete);
        }
        JsonItem oneTree = json(before);
        JsonItem otherTree = oneTree == null ? null : json(after);
        if (oneTree != null && otherTree != null) {
            return limited(Way.PATHS, new JsonDiff().compare(oneTree, otherTree), same, complete);
        }
        if (binary(before) || binary(after)) {
            return limited(Way.BYTES, HexDiff.compare(before, after), same, complete);
        }
        return limited(Way.LINES, LineDiff.compare(lines(before), lines(after)), same, complete);
    }

    private static Comparison limited(Way way, List<Difference> all, boolean same, boolean complete) {
        boolean fits = all.size() <= MOST_LINES;
        return new Comparison(way, fits ? all : all.subList(0, MOST_LINES), same, complete && fits);
    }

    private static List<Difference> presence(Slice older, Slice newer) {
        return List.of(
                new Difference(Difference.Kind.REMOVED, "", words(older)),
                new Difference(Difference.Kind.ADDED, "", words(newer)));
    }

    private static String words(Slice bytes) {
        if (bytes.isNull()) {
            return "null";
        }
        return bytes.isEmpty() ? "\"\" empty" : Utf8Text.of(bytes, 2_000).text();
    }

    private static @org.jspecify.annotations.Nullable JsonItem json(Slice bytes) {
        if (Content.of(bytes).kind() != Content.Kind.JSON) {
            return null;
        }
        JsonTree tree = JsonTree.of(bytes, bytes.length(), JsonTree.DEFAULT_NODES * 10);
        return tree.complete() ? tree.root() : null;
    }

    private static boolean binary(Slice bytes) {
        return Content.of(bytes).kind() == Content.Kind.BINARY;
    }

    private static List<String> lines(Slice bytes) {
        return Utf8Text.of(bytes, bytes.length()).text().lines().toList();
    }

    private static boolean same(Slice one, Slice other) {
        return one.isNull() == other.isNull()
                && java.util.Arrays.equals(
                        one.data(), one.start(), one.end(), other.data(), other.start(), other.end());
    }
}
