package dev.surveyor.service.consume;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Listed;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.LookBack;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.StartPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table without rows says while its consumer runs: what it waits for, and why nothing is here. */
public final class WaitingWords {

    private static final int MOST_ENDS = 8;

    private WaitingWords() {}

    /**
     * Returns what it waits for.
     *
     * @param all where the consumer stands, empty while that is not known
     * @param topics whether several topics are read
     */
    public static String what(ConsumeChoice choice, List<PartitionPosition> all, boolean topics) {
        List<PartitionPosition> positions = told(all);
        // A partition that cannot be asked may hold records.
        boolean allTold = positions.size() == all.size();
        if (choice.mode() instanceof ConsumerMode.GroupMember) {
            return choice.modeName() + ". Waiting for the first record of its partitions";
        }
        if (positions.isEmpty()) {
            return allTold
                    ? "Reading. Waiting for the first record"
                    : "Nothing can be read now. Waiting for "
                            + Counted.word(all.size(), "its partition", "a partition");
        }
        if (positions.stream().allMatch(position -> position.beginOffset() == position.endOffset())) {
            String what =
                    allTold ? (topics ? "The topics are" : "The topic is") : "The partitions that can be read are";
            return what + " empty. Waiting for the first record";
        }
        if (choice.start() instanceof StartPosition.NewRecords) {
            return "Waiting for new records";
        }
        return readToTheEnd(positions)
                ? "Read to the end" + (allTold ? "" : " of the partitions that can be read")
                        + ": no record is here. Waiting for the next one"
                : "Reading. No record came yet";
    }

    /** Returns why nothing is here, as far as that is known; empty where it is not. */
    public static String why(ConsumeChoice choice, List<PartitionPosition> all) {
        List<PartitionPosition> positions = told(all);
        if (positions.isEmpty()) {
            return "";
        }
        boolean kept = positions.stream().anyMatch(position -> position.beginOffset() < position.endOffset());
        String ends = ends(positions);
        if (!kept || !choice.standalone()) {
            return ends;
        }
        if (choice.start() instanceof StartPosition.NewRecords) {
            return "What is older is kept: choose Last 100 or Beginning to see it. " + ends;
        }
        return readToTheEnd(positions)
                ? "Compaction, transaction markers or aborted records left these offsets empty. " + ends
                : ends;
    }

    /** Returns what a consumer does that goes back for the last records, null where it does not. */
    public static @Nullable String looking(@Nullable LookBack lookBack) {
        return lookBack == null || !lookBack.looking()
                ? null
                : "Looking for the last " + Counted.of(lookBack.wanted(), "record") + "…";
    }

    /** Returns how far it has gone back. */
    public static String wentBack(LookBack lookBack) {
        return "Gone back over " + Counted.of(lookBack.offsets(), "offset");
    }

    /** Returns {@code End offsets: P0 1 204, P1 77}, of at most so many partitions as fit on a line. */
    private static String ends(List<PartitionPosition> positions) {
        return "End offsets: "
                + Listed.first(
                        MOST_ENDS,
                        positions,
                        position ->
                                "P" + position.partition().partition() + " " + Numbers.grouped(position.endOffset()));
    }

    private static List<PartitionPosition> told(List<PartitionPosition> positions) {
        return positions.stream().filter(PartitionPosition::told).toList();
    }

    private static boolean readToTheEnd(List<PartitionPosition> positions) {
        return positions.stream().allMatch(position -> position.position().orElse(0) >= position.endOffset());
    }
}
