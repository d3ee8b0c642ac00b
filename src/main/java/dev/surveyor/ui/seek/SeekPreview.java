package dev.surveyor.ui.seek;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.consume.FirstRecord;
import dev.surveyor.domain.consume.FirstRecords;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.SeekPlan;
import dev.surveyor.domain.consume.SeekRow;
import dev.surveyor.domain.consume.SeekTarget;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.seek.SeekPlanner;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The plan for the latest question. Older questions are cancelled, and their answers passed over should they still
 * come. For the JavaFX thread only.
 */
final class SeekPreview {

    private static final int SHOWN_EVERY = 50;

    private final SeekPlanner planner;
    private final UiExecutor uiExecutor;
    private final Runnable onPlan;
    private final Runnable onProgress;
    private final Consumer<Throwable> onFailure;

    private final Set<PartitionId> unticked = new HashSet<>();
    private final Map<PartitionId, Long> custom = new HashMap<>();
    private final Map<PartitionId, Known> known = new HashMap<>();
    private List<PartitionPosition> positions = List.of();
    private SeekPlan plan;
    private @Nullable CompletableFuture<?> running;
    private IsolationLevel isolation = IsolationLevel.READ_UNCOMMITTED;
    private SeekTarget target = new SeekTarget.Beginning();
    private int turn;
    private int answered;
    private boolean current;

    /**
     * @param onPlan told when the plan has changed
     * @param onProgress told when more partitions have answered
     * @param onFailure told when the latest question could not be answered
     */
    SeekPreview(
            SeekPlanner planner,
            UiExecutor uiExecutor,
            Instant now,
            Runnable onPlan,
            Runnable onProgress,
            Consumer<Throwable> onFailure) {
        this.planner = planner;
        this.uiExecutor = uiExecutor;
        this.onPlan = onPlan;
        this.onProgress = onProgress;
        this.onFailure = onFailure;
        this.plan = new SeekPlan(now, List.of());
    }

    /** Returns the last plan; empty before the first one. */
    SeekPlan plan() {
        return plan;
    }

    /** Returns whether the plan answers the latest question, so that it may be applied. */
    boolean current() {
        return current;
    }

    boolean hasPositions() {
        return !positions.isEmpty();
    }

    boolean nothingTicked() {
        return positions.stream().allMatch(position -> unticked.contains(position.partition()));
    }

    boolean hasCustom() {
        return !custom.isEmpty();
    }

    /**
     * Goes on from these positions; the next plan is made for them.
     *
     * @param ticked whether partitions that were not there before are to be moved
     */
    void start(Instant asOf, List<PartitionPosition> fresh, boolean ticked) {
        Set<PartitionId> before = new HashSet<>();
        positions.forEach(position -> before.add(position.partition()));
        if (!ticked) {
            fresh.stream()
                    .map(PartitionPosition::partition)
                    .filter(partition -> !before.contains(partition))
                    .forEach(unticked::add);
        }
        positions = fresh;
        known.clear();
        plan = new SeekPlan(asOf, List.of());
    }

    /** Knows nothing any more, as at the beginning; what is asked for now is not answered. */
    void forget(Instant now) {
        stop();
        positions = List.of();
        unticked.clear();
        custom.clear();
        known.clear();
        current = false;
        plan = new SeekPlan(now, List.of());
    }

    void tick(PartitionId partition, boolean ticked) {
        if (ticked) {
            unticked.remove(partition);
        } else {
            unticked.add(partition);
        }
    }

    void tickAll(boolean ticked) {
        positions.forEach(position -> tick(position.partition(), ticked));
    }

    /** Gives a partition a target of its own; null lets it go with the others again. */
    void setCustom(PartitionId partition, @Nullable Long offset) {
        if (offset == null) {
            custom.remove(partition);
        } else {
            custom.put(partition, offset);
        }
    }

    /** Ticks these partitions and no other, each with a target of its own. */
    void setAllCustom(Map<PartitionId, Long> offsets) {
        custom.clear();
        custom.putAll(offsets);
        positions.forEach(position -> tick(position.partition(), offsets.containsKey(position.partition())));
    }

    /**
     * What is known of a place.
     *
     * @param record the first one there, null where there is none up to the end
     */
    private record Known(long place, @Nullable FirstRecord record) {}

    /** Counts the records from now on that such a reader is given. */
    void readAs(IsolationLevel reader) {
        isolation = reader;
    }

    /** Asks where the target leads; null, where the form means nothing, makes the last plan out of date. */
    void ask(@Nullable SeekTarget asked) {
        stop();
        int mine = turn;
        if (asked == null || positions.isEmpty()) {
            return;
        }
        target = asked;
        CompletableFuture<KnownOffsets> wanted =
                planner.wanted(asked, positions, isolation, count -> progress(mine, count));
        running = wanted;
        uiExecutor.whenDone(wanted, (offsets, thrown) -> {
            if (mine != turn) {
                return;
            }
            if (offsets == null) {
                onFailure.accept(thrown);
                return;
            }
            current = true;
            show(SeekPlanner.plan(plan.asOf(), positions, asked, offsets, custom, unticked));
            readRecords(mine);
        });
    }

    /** Told for each partition, on another thread; a person needs to see some of it only. */
    private void progress(int mine, int count) {
        if (count % SHOWN_EVERY == 0) {
            uiExecutor.execute(() -> {
                if (mine == turn && !current) {
                    answered = count;
                    onProgress.run();
                }
            });
        }
    }

    /** Returns how many partitions have answered the latest question, {@code 300 of 1 000}; empty before any has. */
    String progress() {
        return answered == 0 ? "" : Numbers.grouped(answered) + " of " + Counted.of(positions.size(), "partition");
    }

    /** Gives up on what is being asked. */
    void stop() {
        turn++;
        current = false;
        answered = 0;
        if (running != null) {
            running.cancel(true);
        }
    }

    private void readRecords(int mine) {
        Map<PartitionId, Long> unknown = new HashMap<>(SeekPlanner.placesWithRecords(plan));
        unknown.entrySet().removeIf(place -> {
            Known there = known.get(place.getKey());
            return there != null && there.place == place.getValue();
        });
        if (unknown.isEmpty()) {
            return;
        }
        CompletableFuture<FirstRecords> asked = planner.firstRecords(unknown, isolation);
        running = asked;
        uiExecutor.whenDone(asked, (found, thrown) -> {
            // A record that could not be read is shown as unknown; the move itself does not need it.
            if (mine == turn && found != null) {
                unknown.forEach((partition, place) -> {
                    if (found.none().contains(partition) || found.records().containsKey(partition)) {
                        known.put(partition, new Known(place, found.records().get(partition)));
                    }
                });
                show(plan);
            }
        });
    }

    private void show(SeekPlan fresh) {
        plan = new SeekPlan(
                fresh.asOf(), fresh.rows().stream().map(this::withKnownRecord).toList());
        onPlan.run();
    }

    private SeekRow withKnownRecord(SeekRow row) {
        Known there = known.get(row.position().partition());
        return there != null && row.target().isPresent() && row.target().getAsLong() == there.place
                ? SeekPlanner.withRecord(row, target, there.record)
                : row;
    }
}
