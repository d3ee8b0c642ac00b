package dev.surveyor.kafka.consume;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.event.ClientEvent.MemberChanged.Kind;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.kafka.client.MemberReports;
import dev.surveyor.kafka.client.RebalanceCallbacks;
import dev.surveyor.kafka.client.SilentClose;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/** Reads what its group gives it, commits by its policy, and reports each rebalance. */
final class GroupMembership implements Membership, RebalanceCallbacks.Actions {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

    private final ConsumerParts parts;
    private final ConsumeRequest request;
    private MemberSettings settings;
    private final StartOffsets starts;
    private final LatePartitions late;
    private final Commits commits;
    private final PartitionPlaces places;
    private final MemberReports reports;
    private final RebalanceCallbacks callbacks;

    /** Where this consumer stood in partitions that it had, for when they come back. */
    private final Map<TopicPartition, Long> lastPositions = new HashMap<>();

    private boolean begun;
    private boolean rebalancing;
    private boolean hadPartitions;
    private Kind end = Kind.LEFT;
    private String reason = "";

    GroupMembership(ConsumerParts parts, ConsumeRequest request, MemberSettings settings, StartOffsets starts) {
        this.parts = parts;
        this.request = request;
        this.settings = settings;
        this.starts = starts;
        this.late = new LatePartitions(parts);
        this.commits = new Commits(parts, settings);
        this.places = new PartitionPlaces(parts.client());
        this.reports = new MemberReports(parts.context(), parts.clientId(), settings.groupId());
        this.callbacks = new RebalanceCallbacks(parts.client(), reports, this);
    }

    @Override
    public List<ConsumerRecords<ByteBuffer, ByteBuffer>> begin() {
        if (request.subscription() instanceof Subscription.Topics topics) {
            parts.client().subscribe(topics.names(), callbacks);
        } else if (request.subscription() instanceof Subscription.Matching matching) {
            parts.client().subscribe(Pattern.compile(matching.regex()), callbacks);
        }
        return List.of();
    }

    @Override
    public List<MovedPartition> assigned(Collection<TopicPartition> partitions) {
        if (!begun) {
            begun = true;
            reports.changed(Kind.JOINED, List.of(), "");
        }
        rebalancing = false;
        if (!partitions.isEmpty()) {
            start(partitions);
            hadPartitions = true;
        }
        return places.ofOwned(partitions);
    }

    /** A callback that gave up would leave partitions without a place to start from, so a broker is given some time. */
    private static <T> T patiently(Supplier<T> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return question.get();
            } catch (RetriableException notNow) {
                if (System.nanoTime() > deadline) {
                    throw notNow;
                }
                LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            }
        }
    }

    /** What does not tell where to start is waited for, and rests at its end meanwhile: the client asks for no place then. */
    private void start(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> places = places(partitions);
        Set<TopicPartition> fresh = new HashSet<>(partitions);
        fresh.removeAll(places.keySet());
        Map<TopicPartition, Long> offsets = new HashMap<>();
        offsets.putAll(patiently(() -> starts.clamp(places)));
        offsets.putAll(patiently(() -> first(request.start(), fresh)));
        offsets.forEach(parts.client()::seek);
        late.waitFor(places.keySet(), offsets, some -> {
            Map<TopicPartition, Long> wanted = new HashMap<>(places);
            wanted.keySet().retainAll(some);
            return starts.clamp(wanted);
        });
        StartPosition start =
                StartOffsets.ofLate(request.start(), parts.context().clock().instant());
        late.waitFor(fresh, offsets, some -> first(start, some));
        List<TopicPartition> resting =
                partitions.stream().filter(late.partitions()::contains).toList();
        if (!resting.isEmpty()) {
            parts.client().pause(resting);
            parts.client().seekToEnd(resting);
        }
    }

    /**
     * Returns where to go on. The first partitions start where the user said. Later ones go on: where the group stands,
     * or, as long as it does not commit, where this consumer stood.
     */
    private Map<TopicPartition, Long> places(Collection<TopicPartition> partitions) {
        boolean asCommitted = request.start() instanceof StartPosition.Committed;
        boolean commits = settings.commit() != CommitPolicy.OFF;
        Map<TopicPartition, Long> places = new HashMap<>();
        if (!asCommitted && !hadPartitions) {
            return places;
        }
        if (commits) {
            places.putAll(patiently(() -> parts.offsets().committed(partitions)));
        }
        if (hadPartitions && !(asCommitted && commits)) {
            for (TopicPartition partition : partitions) {
                Long last = lastPositions.get(partition);
                if (last != null) {
                    places.putIfAbsent(partition, last);
                }
            }
        }
        if (asCommitted && !commits) {
            patiently(() -> parts.offsets().committed(partitions)).forEach(places::putIfAbsent);
        }
        return places;
    }

    private Map<TopicPartition, Long> first(StartPosition start, Collection<TopicPartition> partitions) {
        return start instanceof StartPosition.Committed
                ? starts.reset(partitions, settings.autoOffsetReset())
                : starts.of(start, partitions);
    }

    @Override
    public List<MovedPartition> revoked(Collection<TopicPartition> partitions) {
        rememberPositions(partitions);
        commits.beforeRevoke(partitions);
        rebalancing = !partitions.isEmpty() || rebalancing;
        return places.ofOwned(partitions);
    }

    @Override
    public List<MovedPartition> lost(Collection<TopicPartition> partitions) {
        rememberPositions(partitions);
        commits.forget(partitions);
        rebalancing = true;
        return places.ofLost(partitions);
    }

    private void rememberPositions(Collection<TopicPartition> partitions) {
        Set<TopicPartition> stood = new HashSet<>(partitions);
        stood.removeAll(late.partitions());
        late.forget(partitions);
        for (TopicPartition partition : stood) {
            try {
                parts.offsets().position(partition).ifPresent(position -> lastPositions.put(partition, position));
            } catch (IllegalStateException noLongerAssigned) {
                lastPositions.remove(partition);
            }
        }
    }

    @Override
    public boolean rebalancing() {
        return rebalancing;
    }

    @Override
    public boolean begun() {
        return begun;
    }

    @Override
    public int generation() {
        return reports.generation();
    }

    @Override
    public String memberId() {
        return reports.memberId();
    }

    @Override
    public void delivered(Map<TopicPartition, OffsetAndMetadata> next) {
        commits.delivered(next);
    }

    @Override
    public void moved(Map<TopicPartition, OffsetAndMetadata> next) {
        late.forget(next.keySet());
        commits.moved(next);
    }

    @Override
    public void look() {
        commits.look();
        late.arrived().forEach((partition, offset) -> {
            // It is resumed with the next turn, as it is not late any more.
            parts.client().seek(partition, offset);
        });
    }

    @Override
    public Set<TopicPartition> late() {
        return late.partitions();
    }

    @Override
    public List<PartitionTrouble> troubles() {
        return late.troubles();
    }

    @Override
    public void commitBy(CommitPolicy policy) {
        settings = settings.with(policy);
        commits.by(settings);
    }

    @Override
    public CompletableFuture<Void> commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        List<TopicPartition> foreign = new ArrayList<>(offsets.keySet());
        foreign.removeAll(parts.client().assignment());
        if (!foreign.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("No current assignment for partition " + foreign.get(0)));
        }
        return commits.commit(offsets);
    }

    /** Leaves the group, so that the others need not wait for the session to run out, unless it is to look like a crash. */
    @Override
    public boolean close(boolean vanishing) {
        if (!vanishing) {
            parts.client()
                    .close(CloseOptions.timeout(CLOSE_LIMIT)
                            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
            return false;
        }
        callbacks.silence();
        boolean silent = SilentClose.close(parts.client(), settings);
        end = silent ? Kind.VANISHED : Kind.LEFT;
        reason = silent ? MemberReports.SILENT : MemberReports.NOT_SILENT;
        return silent;
    }

    @Override
    public void closed() {
        if (begun) {
            reports.changed(end, List.of(), reason);
        }
    }
}
