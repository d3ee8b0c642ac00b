package dev.surveyor.ui.seek;

import dev.surveyor.domain.consume.SeekRow;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.seek.SeekHistory;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The partitions with what would become of each, and what is set by hand for one of them. For the JavaFX thread only.
 */
final class SeekPartitions {

    private final SeekPreview preview;
    private final Runnable onChange;
    private final Consumer<String> onRefusal;
    private final ObservableList<SeekRow> rows = FXCollections.observableArrayList();
    private boolean severalTopics;

    /**
     * @param onChange told after each change by hand
     * @param onRefusal told what was expected instead of a target that was typed
     */
    SeekPartitions(SeekPreview preview, Runnable onChange, Consumer<String> onRefusal) {
        this.preview = preview;
        this.onChange = onChange;
        this.onRefusal = onRefusal;
    }

    /** Returns the rows in the order of the partitions. */
    ObservableList<SeekRow> rows() {
        return rows;
    }

    /** Takes over the rows of the plan. */
    void show() {
        List<SeekRow> fresh = preview.plan().rows();
        // Asked for every cell, so it is not counted there.
        severalTopics = fresh.stream()
                        .map(row -> row.position().partition().topic())
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
        rows.setAll(fresh);
    }

    /** Moves the partition with the others, or leaves it where it is. */
    void tick(PartitionId partition, boolean ticked) {
        preview.tick(partition, ticked);
        onChange.run();
    }

    /** Ticks all partitions, or none. */
    void tickAll(boolean ticked) {
        preview.tickAll(ticked);
        onChange.run();
    }

    boolean allTicked() {
        return !rows.isEmpty() && rows.stream().allMatch(SeekRow::ticked);
    }

    boolean someTicked() {
        return rows.stream().anyMatch(SeekRow::ticked);
    }

    /**
     * Gives one partition a target of its own.
     *
     * @param text an offset, or nothing to go with the others again
     * @return whether the text was taken
     */
    boolean setCustom(PartitionId partition, String text) {
        Long offset = SeekForm.number(text);
        if (!text.isBlank() && (offset == null || offset < 0)) {
            onRefusal.accept(
                    "Partition " + partition.partition() + ": expected an offset from 0, not \u201c" + text + "\u201d");
            return false;
        }
        preview.setCustom(partition, offset);
        onChange.run();
        return true;
    }

    /** Sets the positions before an earlier seek; nothing moves until it is applied. */
    void restore(SeekHistory.Entry entry) {
        preview.setAllCustom(entry.previous());
        onChange.run();
    }

    /** Returns whether the partitions are of more than one topic. */
    boolean severalTopics() {
        return severalTopics;
    }

    /** Returns the number of the partition, after its topic where there are several. */
    String nameOf(PartitionId partition) {
        return severalTopics() ? partition.topic() + "-" + partition.partition() : "" + partition.partition();
    }

    /** Returns the plan as text with commas, a line for each partition below the titles. */
    String csv() {
        return SeekWords.csv(preview.plan());
    }
}
