package dev.surveyor.service.inspect;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.diff.Comparison;
import dev.surveyor.codec.diff.Difference;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.time.TimeDistance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the value of a record differs from that of another one, in words and line by line.
 *
 * @param against which record it was compared with, or why with none
 * @param result how much differs and how that was looked for; empty where there was nothing to compare with
 * @param differences in their order
 */
public record Compared(String against, String result, List<Difference> differences) {

    /** Finds the record to compare with; for any thread. */
    @FunctionalInterface
    public interface OtherRecord {

        /** Returns it with the words that say which one it is, or null where there is none. May take long. */
        @Nullable
        Other find();
    }

    /**
     * The record to compare with.
     *
     * @param words what it is: {@code the previous record of this key}
     */
    public record Other(ConsumedRecord record, String words) {}

    public Compared {
        differences = List.copyOf(differences);
    }

    /** Compares the record with the other one; may take long, for any thread. */
    public static Compared of(RecordReader reader, ConsumedRecord record, OtherRecord wanted) {
        Other other = wanted.find();
        if (other == null) {
            return new Compared(
                    record.keyLength() < 0
                            ? "This record has no key, so there is no previous record of its key. Select two records"
                                    + " to compare them."
                            : "No earlier record of this key in the buffer. Select two records to compare them.",
                    "",
                    List.of());
        }
        Comparison comparison =
                Comparison.of(reader.text(other.record, RecordPart.VALUE), reader.text(record, RecordPart.VALUE));
        String when = TimeDistance.between(record, other.record).wordsOfOther();
        return new Compared(
                "Compared with " + other.record.reference() + ", " + other.words + ", " + when,
                words(comparison),
                comparison.differences());
    }

    private static String words(Comparison comparison) {
        if (comparison.sameBytes()) {
            return "The values are the same, byte by byte.";
        }
        long added = count(comparison, Difference.Kind.ADDED);
        long removed = count(comparison, Difference.Kind.REMOVED);
        String way =
                switch (comparison.way()) {
                    case PATHS -> "by path";
                    case LINES -> "by line";
                    case BYTES -> "16 bytes at a time, at the same offsets";
                    case PRESENCE -> "as a whole";
                };
        String most = comparison.complete() ? "" : " Not all was compared: the values are too large or too different.";
        return added + removed == 0
                ? "Nothing differs " + way + ", though the bytes do: white space, escapes or the order of fields."
                        + most
                : Numbers.grouped(removed) + " removed, " + Numbers.grouped(added) + " added, " + way + "." + most;
    }

    private static long count(Comparison comparison, Difference.Kind kind) {
        return comparison.differences().stream()
                .filter(difference -> difference.kind() == kind)
                .count();
    }
}
