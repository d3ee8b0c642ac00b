package dev.surveyor.ui.seek;

import dev.surveyor.codec.Counted;
import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.SeekPlan;
import dev.surveyor.domain.consume.SeekRow;
import dev.surveyor.domain.consume.SeekTarget;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.SeekPlanner;
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
    private final Map<PartitionId, Map.Entry<Long, Instant>> knownTimes = new HashMap<>();
    private List<PartitionPosition> positions = List.of();
    private SeekPlan plan;
    private @Nullable CompletableFuture<?> running;
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
        knownTimes.clear();
        plan = new SeekPlan(asOf, List.of());
    }

    /** Knows nothing any more, as at the beginning; what is asked for now is not answered. */
    void forget(Instant now) {
        stop();
        positions = List.of();
        unticked.clear();
        custom.clear();
        knownTimes.clear();
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

    /** Asks where the target leads; null, where the form means nothing, makes the last plan out of date. */
    void ask(@Nullable SeekTarget target) {
        stop();
        int mine = turn;
        if (target == null || positions.isEmpty()) {
            return;
        }
        CompletableFuture<KnownOffsets> wanted = planner.wanted(target, positions, count -> progress(mine, count));
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
            show(SeekPlanner.plan(plan.asOf(), positions, target, offsets, custom, unticked));
            readTimes(mine);
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
        return answered == 0 ? "" : Counted.grouped(answered) + " of " + Counted.of(positions.size(), "partition");
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

    private void readTimes(int mine) {
        Map<PartitionId, Long> unknown = new HashMap<>(SeekPlanner.placesWithRecords(plan));
        unknown.entrySet().removeIf(place -> {
            Map.Entry<Long, Instant> known = knownTimes.get(place.getKey());
            return known != null && known.getKey().equals(place.getValue());
        });
        if (unknown.isEmpty()) {
            return;
        }
        CompletableFuture<Map<PartitionId, Instant>> times = planner.recordTimes(unknown);
        running = times;
        uiExecutor.whenDone(times, (found, thrown) -> {
            // A time that could not be read is shown as unknown; the move itself does not need it.
            if (mine == turn && found != null) {
                found.forEach((partition, time) -> remember(partition, unknown.get(partition), time));
                show(plan);
            }
        });
    }

    private void remember(PartitionId partition, @Nullable Long offset, Instant time) {
        if (offset != null) {
            knownTimes.put(partition, Map.entry(offset, time));
        }
    }

    private void show(SeekPlan fresh) {
        plan = new SeekPlan(
                fresh.asOf(), fresh.rows().stream().map(this::withKnownTime).toList());
        onPlan.run();
    }

    private SeekRow withKnownTime(SeekRow row) {
        Map.Entry<Long, Instant> known = knownTimes.get(row.position().partition());
        if (known == null || row.target().isEmpty()) {
            return row;
        }
        return row.target().getAsLong() == known.getKey() ? row.at(known.getValue()) : row;
    }
}
