package dev.surveyor.codec.diff;

import dev.surveyor.codec.words.Counted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Compares texts line by line: the shortest way from one to the other (Myers), between what both begin and end with.
 * Texts that are too different for that are shown as one removed and one added.
 */
final class LineDiff {

    /** The way takes time and room with the square of the number of lines that differ. */
    private static final int MOST_EDITS = 1_500;

    private static final int AROUND = 2;
    private static final int LONGEST = 2_000;

    private LineDiff() {}

    static List<Difference> compare(List<String> older, List<String> newer) {
        int start = 0;
        while (start < older.size() && start < newer.size() && older.get(start).equals(newer.get(start))) {
            start++;
        }
        int end = 0;
        while (end < older.size() - start
                && end < newer.size() - start
                && older.get(older.size() - 1 - end).equals(newer.get(newer.size() - 1 - end))) {
            end++;
        }
        List<Difference> all = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            all.add(line(Difference.Kind.SAME, i, older.get(i)));
        }
        all.addAll(middle(older.subList(start, older.size() - end), newer.subList(start, newer.size() - end), start));
        for (int i = newer.size() - end; i < newer.size(); i++) {
            all.add(line(Difference.Kind.SAME, i, newer.get(i)));
        }
        return folded(all);
    }

    private static List<Difference> middle(List<String> older, List<String> newer, int offset) {
        List<int[]> trace = trace(older, newer);
        List<Difference> lines = new ArrayList<>();
        if (trace.isEmpty()) {
            for (int i = 0; i < older.size(); i++) {
                lines.add(line(Difference.Kind.REMOVED, offset + i, older.get(i)));
            }
            for (int i = 0; i < newer.size(); i++) {
                lines.add(line(Difference.Kind.ADDED, offset + i, newer.get(i)));
            }
            return lines;
        }
        int x = older.size();
        int y = newer.size();
        for (int edits = trace.size() - 1; edits >= 0; edits--) {
            int[] reach = trace.get(edits);
            int middle = reach.length / 2;
            int diagonal = x - y;
            boolean down = diagonal == -edits
                    || (diagonal != edits && reach[middle + diagonal - 1] < reach[middle + diagonal + 1]);
            int fromDiagonal = down ? diagonal + 1 : diagonal - 1;
            int fromX = edits == 0 ? 0 : reach[middle + fromDiagonal];
            int fromY = edits == 0 ? 0 : fromX - fromDiagonal;
            while (x > fromX && y > fromY) {
                x--;
                y--;
                lines.add(line(Difference.Kind.SAME, offset + y, newer.get(y)));
            }
            if (edits > 0) {
                if (down) {
                    y--;
                    lines.add(line(Difference.Kind.ADDED, offset + y, newer.get(y)));
                } else {
                    x--;
                    lines.add(line(Difference.Kind.REMOVED, offset + x, older.get(x)));
                }
            }
        }
        Collections.reverse(lines);
        return lines;
    }

    /** Returns how far each diagonal reaches before each number of edits, empty where there are too many edits. */
    private static List<int[]> trace(List<String> older, List<String> newer) {
        int most = Math.min(MOST_EDITS, older.size() + newer.size());
        int middle = most + 1;
        int[] reach = new int[2 * most + 3];
        List<int[]> trace = new ArrayList<>();
        for (int edits = 0; edits <= most; edits++) {
            trace.add(reach.clone());
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                boolean down = diagonal == -edits
                        || (diagonal != edits && reach[middle + diagonal - 1] < reach[middle + diagonal + 1]);
                int x = down ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1;
                int y = x - diagonal;
                while (x < older.size() && y < newer.size() && older.get(x).equals(newer.get(y))) {
                    x++;
                    y++;
                }
                reach[middle + diagonal] = x;
                if (x >= older.size() && y >= newer.size()) {
                    return trace;
                }
            }
        }
        return List.of();
    }

    /** Leaves out what is the same on both sides but for some lines around a difference. */
    private static List<Difference> folded(List<Difference> all) {
        List<Difference> out = new ArrayList<>();
        int skipped = 0;
        for (int i = 0; i < all.size(); i++) {
            if (near(all, i)) {
                if (skipped > 0) {
                    out.add(skipped(skipped));
                    skipped = 0;
                }
                out.add(all.get(i));
            } else {
                skipped++;
            }
        }
        if (skipped > 0 && !out.isEmpty()) {
            out.add(skipped(skipped));
        }
        return out;
    }

    private static boolean near(List<Difference> all, int index) {
        for (int i = Math.max(0, index - AROUND); i <= Math.min(all.size() - 1, index + AROUND); i++) {
            if (all.get(i).kind() != Difference.Kind.SAME) {
                return true;
            }
        }
        return false;
    }

    private static Difference skipped(int count) {
        return new Difference(Difference.Kind.SKIPPED, "", Counted.of(count, "line is", "lines are") + " the same");
    }

    private static Difference line(Difference.Kind kind, int index, String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return new Difference(kind, Integer.toString(index + 1), cut);
    }
}
