package dev.surveyor.kafka.testing;

import dev.surveyor.testing.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.message.JoinGroupRequestData;
import org.apache.kafka.common.message.JoinGroupRequestData.JoinGroupRequestProtocol;
import org.apache.kafka.common.message.JoinGroupRequestData.JoinGroupRequestProtocolCollection;
import org.apache.kafka.common.message.JoinGroupResponseData;
import org.apache.kafka.common.message.LeaveGroupRequestData.MemberIdentity;
import org.apache.kafka.common.message.SyncGroupRequestData;
import org.apache.kafka.common.message.SyncGroupRequestData.SyncGroupRequestAssignment;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.JoinGroupRequest;
import org.apache.kafka.common.requests.JoinGroupResponse;
import org.apache.kafka.common.requests.LeaveGroupRequest;
import org.apache.kafka.common.requests.LeaveGroupResponse;
import org.apache.kafka.common.requests.SyncGroupRequest;
import org.apache.kafka.common.requests.SyncGroupResponse;

/**
 * The only member of a classic group that is not of consumers: as a worker of Kafka Connect, it calls itself something
 * else, and its metadata are bytes that nobody but its like can read.
 */
public final class ClassicMember implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SESSION_TIMEOUT_MS = 30_000;
    private static final byte[] OPAQUE = "not for consumers".getBytes(StandardCharsets.UTF_8);

    private final RawConnection connection;
    private final String group;
    private final String memberId;

    private ClassicMember(RawConnection connection, String group, String memberId) {
        this.connection = connection;
        this.group = group;
        this.memberId = memberId;
    }

    /** Joins the group and shares out its work, so that the group is stable. */
    public static ClassicMember join(String server, String group, String protocolType, String protocol) {
        RawConnection connection = new RawConnection(server, "worker-1");
        connection.awaitCoordinator(group);
        AtomicReference<String> given = new AtomicReference<>("");
        Await.until("the coordinator gives it an id", LIMIT, () -> {
            given.set(join(connection, group, protocolType, protocol, "").memberId());
            return !given.get().isEmpty();
        });
        String memberId = given.get();
        JoinGroupResponseData joined = join(connection, group, protocolType, protocol, memberId);
        SyncGroupRequestData sync = new SyncGroupRequestData()
                .setGroupId(group)
                .setMemberId(memberId)
                .setGenerationId(joined.generationId())
                .setProtocolType(protocolType)
                .setProtocolName(protocol)
                .setAssignments(List.of(
                        new SyncGroupRequestAssignment().setMemberId(memberId).setAssignment(OPAQUE)));
        connection.ask(new SyncGroupRequest.Builder(sync), 5, SyncGroupResponse.class);
        return new ClassicMember(connection, group, memberId);
    }

    private static JoinGroupResponseData join(
            RawConnection connection, String group, String protocolType, String protocol, String memberId) {
        JoinGroupRequestProtocolCollection protocols = new JoinGroupRequestProtocolCollection();
        protocols.add(new JoinGroupRequestProtocol().setName(protocol).setMetadata(OPAQUE));
        JoinGroupRequestData join = new JoinGroupRequestData()
                .setGroupId(group)
                .setMemberId(memberId)
                .setProtocolType(protocolType)
                .setSessionTimeoutMs(SESSION_TIMEOUT_MS)
                .setRebalanceTimeoutMs(SESSION_TIMEOUT_MS)
                .setProtocols(protocols);
        JoinGroupResponseData answer = connection
                .ask(new JoinGroupRequest.Builder(join), 9, JoinGroupResponse.class)
                .data();
        Errors error = Errors.forCode(answer.errorCode());
        boolean notYet = error.exception() instanceof RetriableException;
        if (error != Errors.NONE && error != Errors.MEMBER_ID_REQUIRED && !notYet) {
            throw new AssertionError(error);
        }
        return answer;
    }

    public String memberId() {
        return memberId;
    }

    @Override
    public void close() {
        connection.ask(
                new LeaveGroupRequest.Builder(group, List.of(new MemberIdentity().setMemberId(memberId))),
                5,
                LeaveGroupResponse.class);
        connection.close();
    }
}
