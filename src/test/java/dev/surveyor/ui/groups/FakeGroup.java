package dev.surveyor.ui.groups;

import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.cluster.TopicSummary;
import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.event.ClientEvent.PartitionsAssigned;
import dev.surveyor.domain.event.ClientEvent.PartitionsRevoked;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.Consumers;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.produce.Producers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;

/** A connection with one group that does what a test says, at a time that a test sets. */
@NullUnmarked
final class FakeGroup implements ClusterSession, GroupMembers, ClusterReader {

    final EventStream stream = new EventStream(1_000);
    final List<FakeMember> members = new ArrayList<>();
    final Map<PartitionId, Long> ends = new HashMap<>();
    final ManualClock clock = new ManualClock();
    GroupDetail detail;
    int watchers;

    /** A clock that stands until it is set. */
    static final class ManualClock extends Clock {
        Instant now = Instant.parse("2026-01-05T09:01:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A member that notes what it is told. */
    static final class FakeMember implements GroupMember {
        final MemberSettings settings;
        final String clientId;
        final List<String> topics;
        final List<String> told = new ArrayList<>();
        Phase phase = Phase.RUNNING;
        long processed;
        BrokerFailure failure;

        FakeMember(MemberSettings settings, String clientId, List<String> topics) {
            this.settings = settings;
            this.clientId = clientId;
            this.topics = topics;
        }

        @Override
        public MemberStatus status() {
            return new MemberStatus(settings, clientId, clientId + "-id", 1, phase, List.of(), processed, failure);
        }

        @Override
        public void processingDelay(Duration delay) {
            told.add("delay " + delay.toMillis());
        }

        @Override
        public void pause() {
            told.add("pause");
            phase = Phase.PAUSED;
        }

        @Override
        public void resume() {
            told.add("resume");
            phase = Phase.RUNNING;
        }

        @Override
        public void stopPolling() {
            told.add("stop polling");
            phase = Phase.NOT_POLLING;
        }

        @Override
        public CompletableFuture<Void> leave() {
            told.add("leave");
            phase = Phase.LEFT;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> vanish() {
            told.add("vanish");
            phase = Phase.VANISHED;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            var unused = leave();
        }
    }

    // What happens

    void at(String time) {
        clock.now = Instant.parse("2026-01-05T" + time + "Z");
    }

    void assigned(String time, String client, int generation, MovedPartition... partitions) {
        stream.publish(new PartitionsAssigned(
                when(time), client, "billing", client + "-id", generation, List.of(partitions), Duration.ofMillis(2)));
    }

    void revoked(String time, String client, int generation, MovedPartition... partitions) {
        stream.publish(new PartitionsRevoked(
                when(time), client, "billing", client + "-id", generation, List.of(partitions), Duration.ofMillis(4)));
    }

    void changed(
            String time,
            String client,
            MemberChanged.Kind kind,
            boolean sampled,
            int generation,
            MovedPartition... partitions) {
        stream.publish(new MemberChanged(
                when(time), client, "billing", client + "-id", generation, kind, sampled, List.of(partitions), ""));
    }

    private static Instant when(String time) {
        return Instant.parse("2026-01-05T" + time + "Z");
    }

    static MovedPartition p(int partition, long position, long committed) {
        return new MovedPartition(
                new PartitionId("orders", partition), OptionalLong.of(position), OptionalLong.of(committed));
    }

    // Members

    @Override
    public GroupMember start(MemberSettings settings, List<String> topics) {
        FakeMember member = new FakeMember(settings, settings.groupId() + "-" + (members.size() + 1), topics);
        members.add(member);
        return member;
    }

    @Override
    public List<GroupMember> of(String groupId) {
        return List.copyOf(members);
    }

    @Override
    public Runnable watch(String groupId, Duration interval) {
        watchers++;
        return () -> watchers--;
    }

    // Reader

    @Override
    public CompletableFuture<GroupDetail> group(String groupId) {
        return detail != null
                ? CompletableFuture.completedFuture(detail)
                : CompletableFuture.failedFuture(new BrokerFailureException(
                        new BrokerFailure(
                                "test: the group does not exist.", "", List.of("x"), "", BrokerFailure.Kind.FATAL),
                        null));
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> endOffsets(Collection<PartitionId> partitions) {
        return CompletableFuture.completedFuture(Map.copyOf(ends));
    }

    @Override
    public CompletableFuture<ClusterOverview> overview() {
        return CompletableFuture.completedFuture(new ClusterOverview(
                "id", List.of(), List.of(new TopicSummary("orders", 6, 1, false)), List.of(), List.of()));
    }

    @Override
    public CompletableFuture<List<GroupSummary>> groups() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<TopicDetail> topic(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<List<PartitionId>> partitions(String topic) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> beginOffsets(Collection<PartitionId> partitions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> offsetsAt(Collection<PartitionId> partitions, Instant time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> committedOffsets(String groupId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Map<PartitionId, Instant>> recordTimes(Map<PartitionId, Long> offsets) {
        throw new UnsupportedOperationException();
    }

    // Session

    @Override
    public ConnectionProfile profile() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ConnectionHealth health() {
        return new ConnectionHealth.Disconnected();
    }

    @Override
    public Runnable onHealth(Consumer<ConnectionHealth> listener) {
        return () -> {};
    }

    @Override
    public void checkNow() {}

    @Override
    public ClusterReader cluster() {
        return this;
    }

    @Override
    public Consumers consumers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Producers producers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public GroupMembers members() {
        return this;
    }

    @Override
    public EventStream events() {
        return stream;
    }

    @Override
    public void close() {}
}
