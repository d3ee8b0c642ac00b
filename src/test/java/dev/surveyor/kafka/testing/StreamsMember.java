package dev.surveyor.kafka.testing;

import dev.surveyor.testing.Await;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.message.StreamsGroupHeartbeatRequestData;
import org.apache.kafka.common.message.StreamsGroupHeartbeatRequestData.Subtopology;
import org.apache.kafka.common.message.StreamsGroupHeartbeatRequestData.TaskIds;
import org.apache.kafka.common.message.StreamsGroupHeartbeatRequestData.Topology;
import org.apache.kafka.common.message.StreamsGroupHeartbeatResponseData;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.StreamsGroupHeartbeatRequest;
import org.apache.kafka.common.requests.StreamsGroupHeartbeatResponse;
import org.jspecify.annotations.Nullable;

/**
 * A member of a streams group (KIP-1071) as a Kafka Streams application is one, whose topology reads one topic. It
 * beats when it is told to.
 */
public final class StreamsMember implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int LEAVE = -1;
    private static final int LEAVE_FOR_NOW = -2;

    private final RawConnection connection;
    private final String group;
    private final String topic;
    private final @Nullable String instanceId;
    private final String memberId = Uuid.randomUuid().toString();
    private int epoch;
    private List<TaskIds> tasks = List.of();

    private StreamsMember(RawConnection connection, String group, String topic, @Nullable String instanceId) {
        this.connection = connection;
        this.group = group;
        this.topic = topic;
        this.instanceId = instanceId;
    }

    /** Joins the group, and returns when it has tasks. */
    public static StreamsMember join(String server, String group, String topic, @Nullable String instanceId) {
        StreamsMember member =
                new StreamsMember(new RawConnection(server, group + "-thread"), group, topic, instanceId);
        member.connection.awaitCoordinator(group);
        Await.until("it has tasks", LIMIT, () -> {
            member.beat();
            return !member.tasks.isEmpty();
        });
        member.beat();
        return member;
    }

    /** Says that it lives, and takes over what the coordinator gives it. */
    public void beat() {
        StreamsGroupHeartbeatResponseData answer = send(epoch);
        Errors error = Errors.forCode(answer.errorCode());
        if (error.exception() instanceof RetriableException) {
            return;
        }
        if (error != Errors.NONE) {
            throw new AssertionError(error + " " + answer.errorMessage());
        }
        epoch = answer.memberEpoch();
        if (answer.activeTasks() != null) {
            tasks = answer.activeTasks().stream()
                    .map(task ->
                            new TaskIds().setSubtopologyId(task.subtopologyId()).setPartitions(task.partitions()))
                    .toList();
        }
    }

    /** Leaves, but means to come back: the coordinator keeps its tasks for it. */
    public void leaveForNow() {
        send(LEAVE_FOR_NOW);
    }

    /** Leaves for good. */
    @Override
    public void close() {
        send(LEAVE);
        connection.close();
    }

    private StreamsGroupHeartbeatResponseData send(int memberEpoch) {
        StreamsGroupHeartbeatRequestData beat = new StreamsGroupHeartbeatRequestData()
                .setGroupId(group)
                .setMemberId(memberId)
                .setInstanceId(instanceId)
                .setMemberEpoch(memberEpoch);
        if (memberEpoch == 0) {
            beat.setProcessId("process-1")
                    .setRebalanceTimeoutMs(30_000)
                    .setClientTags(List.of())
                    .setTopology(new Topology()
                            .setEpoch(0)
                            .setSubtopologies(List.of(
                                    new Subtopology().setSubtopologyId("0").setSourceTopics(List.of(topic)))));
        }
        if (memberEpoch >= 0) {
            beat.setActiveTasks(tasks).setStandbyTasks(List.of()).setWarmupTasks(List.of());
        }
        return connection
                .ask(new StreamsGroupHeartbeatRequest.Builder(beat), 0, StreamsGroupHeartbeatResponse.class)
                .data();
    }
}
