package dev.surveyor.ui.groups;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.event.ClientEvent.PartitionsAssigned;
import dev.surveyor.domain.event.ClientEvent.PartitionsRevoked;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.connection.FakeSession;
import dev.surveyor.service.consume.FakeClusterReader;
import dev.surveyor.service.group.FakeGroupMember;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.group.StaticMembers;
import dev.surveyor.ui.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;

/** A connection with one group that does what a test says, at a time that a test sets. */
@NullUnmarked
final class FakeGroup extends FakeClusterReader implements GroupMembers, StaticMembers {

    final FakeSession session = FakeSession.of("sandbox", Environment.SANDBOX)
            .with((ClusterReader) this)
            .with((GroupMembers) this)
            .withStatic(this);
    final List<String> removed = new ArrayList<>();
    final List<FakeGroupMember> members = new ArrayList<>();
    final ManualClock clock = new ManualClock("2026-01-05T09:01:00Z");
    GroupDetail detail;
    int watchers;

    FakeGroup() {
        topics.put("orders", 6);
    }

    // What happens

    void at(String time) {
        clock.set(when(time));
    }

    void assigned(String time, String client, int generation, MovedPartition... partitions) {
        session.events()
                .publish(new PartitionsAssigned(
                        when(time),
                        client,
                        "billing",
                        client + "-id",
                        generation,
                        List.of(partitions),
                        Duration.ofMillis(2)));
    }

    void revoked(String time, String client, int generation, MovedPartition... partitions) {
        session.events()
                .publish(new PartitionsRevoked(
                        when(time),
                        client,
                        "billing",
                        client + "-id",
                        generation,
                        List.of(partitions),
                        Duration.ofMillis(4)));
    }

    void changed(
            String time,
            String client,
            MemberChanged.Kind kind,
            boolean sampled,
            int generation,
            MovedPartition... partitions) {
        session.events()
                .publish(new MemberChanged(
                        when(time),
                        client,
                        "billing",
                        client + "-id",
                        generation,
                        kind,
                        sampled,
                        List.of(partitions),
                        ""));
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
        FakeGroupMember member = new FakeGroupMember(settings, settings.groupId() + "-" + (members.size() + 1), topics);
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

    @Override
    public CompletableFuture<Void> remove(String groupId, String instanceId) {
        removed.add(groupId + " " + instanceId);
        return CompletableFuture.completedFuture(null);
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
}
