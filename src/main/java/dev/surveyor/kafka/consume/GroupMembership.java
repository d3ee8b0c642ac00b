package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.event.ClientEvent.MemberChanged.Kind;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.kafka.client.MemberReports;
import dev.surveyor.kafka.client.RebalanceCallbacks;
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
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/** Reads what its group gives it, commits by its policy, and reports each rebalance. */
final class GroupMembership implements Membership, RebalanceCallbacks.Actions {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

    private final Reading reading;
    private final ConsumeRequest request;
    private final MemberSettings settings;
    private final StartOffsets starts;
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

    GroupMembership(Reading reading, ConsumeRequest request, MemberSettings settings) {
        this.reading = reading;
        this.request = request;
        this.settings = settings;
        this.starts = new StartOffsets(reading.offsets());
        this.commits = new Commits(reading, settings);
        this.places = new PartitionPlaces(reading.client());
        this.reports = new MemberReports(reading.context(), reading.clientId(), settings.groupId());
        this.callbacks = new RebalanceCallbacks(reading.client(), reports, this);
    }

    @Override
    public void begin() {
        if (request.subscription() instanceof Subscription.Topics topics) {
            reading.client().subscribe(topics.names(), callbacks);
        } else if (request.subscription() instanceof Subscription.Matching matching) {
            reading.client().subscribe(Pattern.compile(matching.regex()), callbacks);
        }
    }

    @Override
    public List<MovedPartition> assigned(Collection<TopicPartition> partitions) {
        if (!begun) {
            begun = true;
            reports.changed(Kind.JOINED, List.of(), "");
        }
        rebalancing = false;
        if (!partitions.isEmpty()) {
            patiently(() -> startOffsets(partitions)).forEach(reading.client()::seek);
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

    /**
     * The first partitions start where the user said. Later ones go on: where the group stands, or, as long as it does
     * not commit, where this consumer stood.
     */
    private Map<TopicPartition, Long> startOffsets(Collection<TopicPartition> partitions) {
        if (request.start() instanceof StartPosition.Committed) {
            if (settings.commit() != CommitPolicy.OFF || !hadPartitions) {
                return starts.committed(partitions, settings.autoOffsetReset());
            }
        } else if (!hadPartitions) {
            return starts.of(request.start(), partitions);
        }
        Map<TopicPartition, Long> offsets = new HashMap<>();
        if (settings.commit() != CommitPolicy.OFF) {
            offsets.putAll(reading.offsets().committed(partitions));
        }
        Set<TopicPartition> unknown = new HashSet<>();
        for (TopicPartition partition : partitions) {
            Long last = lastPositions.get(partition);
            if (!offsets.containsKey(partition) && last != null) {
                offsets.put(partition, last);
            } else if (!offsets.containsKey(partition)) {
                unknown.add(partition);
            }
        }
        if (!unknown.isEmpty()) {
            offsets.putAll(
                    request.start() instanceof StartPosition.Committed
                            ? starts.committed(unknown, settings.autoOffsetReset())
                            : starts.of(request.start(), unknown));
        }
        return starts.clamp(offsets);
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
        for (TopicPartition partition : partitions) {
            try {
                reading.offsets().position(partition).ifPresent(position -> lastPositions.put(partition, position));
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
        commits.moved(next);
    }

    @Override
    public void look() {
        commits.look();
    }

    @Override
    public CompletableFuture<Void> commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        List<TopicPartition> foreign = new ArrayList<>(offsets.keySet());
        foreign.removeAll(reading.client().assignment());
        if (!foreign.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("No current assignment for partition " + foreign.get(0)));
        }
        return commits.commit(offsets);
    }

    /** Leaves the group, so that the others need not wait for the session to run out, unless it is to look like a crash. */
    @Override
    public CloseOptions closing(boolean vanishing) {
        if (vanishing) {
            callbacks.silence();
            end = Kind.VANISHED;
            return CloseOptions.timeout(Duration.ZERO)
                    .withGroupMembershipOperation(GroupMembershipOperation.REMAIN_IN_GROUP);
        }
        return CloseOptions.timeout(CLOSE_LIMIT).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);
    }

    @Override
    public void closed() {
        if (begun) {
            reports.changed(end, List.of(), "");
        }
    }
}
