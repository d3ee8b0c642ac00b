package dev.surveyor.codec.diff;

import dev.surveyor.codec.HexDump;
import dev.surveyor.codec.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares bytes at the same offsets, sixteen at a time. */
final class HexDiff {

    private HexDiff() {}

    static List<Difference> compare(Slice older, Slice newer) {
        HexDump before = new HexDump(older);
        HexDump after = new HexDump(newer);
        List<Difference> out = new ArrayList<>();
        int same = 0;
        int lines = Math.max(before.lineCount(), after.lineCount());
        for (int i = 0; i < lines && out.size() <= Comparison.MOST_LINES; i++) {
            if (sameLine(older, newer, i)) {
                same++;
                continue;
            }
            skip(out, same);
            same = 0;
            line(out, Difference.Kind.REMOVED, before, i);
            line(out, Difference.Kind.ADDED, after, i);
        }
        if (!out.isEmpty()) {
            skip(out, same);
        }
        return out;
    }

    private static boolean sameLine(Slice older, Slice newer, int index) {
        int from = index * HexDump.BYTES_PER_LINE;
        int oldEnd = Math.min(older.length(), from + HexDump.BYTES_PER_LINE);
        int newEnd = Math.min(newer.length(), from + HexDump.BYTES_PER_LINE);
        return oldEnd == newEnd
                && Arrays.equals(
                        older.data(),
                        older.start() + from,
                        older.start() + oldEnd,
                        newer.data(),
                        newer.start() + from,
                        newer.start() + newEnd);
    }

    private static void skip(List<Difference> out, int lines) {
        if (lines > 0) {
            String words = lines * HexDump.BYTES_PER_LINE + " bytes are the same";
            out.add(new Difference(Difference.Kind.SKIPPED, "", words));
        }
    }

    private static void line(List<Difference> out, Difference.Kind kind, HexDump dump, int index) {
        if (index < dump.lineCount()) {
            HexDump.Line line = dump.line(index);
            out.add(new Difference(kind, String.format("%06X", line.offset()), line.hex() + "  " + line.ascii()));
        }
    }
}
