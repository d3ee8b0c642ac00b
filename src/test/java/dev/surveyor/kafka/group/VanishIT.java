package dev.surveyor.kafka.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.Assignor;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.event.ClientEvent.MemberChanged.Kind;
import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.kafka.cluster.KafkaClusterReader;
import dev.surveyor.kafka.consume.KafkaConsumers;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member that vanishes, as the coordinator sees it. */
@ExtendWith(SandboxBroker.class)
class VanishIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** Shorter than every session time-out here; a good-bye is worked off within milliseconds. */
    private static final Duration WATCHED = Duration.ofSeconds(3);

    private final TestBroker broker;
    private TestConnection connection;
    private KafkaGroupMembers members;
    private String topic;
    private String group;

    VanishIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void connect() {
        connection = TestConnection.to(broker.bootstrapServers());
        members = new KafkaGroupMembers(
                connection.context(), new KafkaClusterReader(broker.admin(), connection.context()));
        topic = broker.newTopic(3);
        group = TestBroker.uniqueName("vanish");
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RANGE,",
        "RANGE,seat-1",
        "COOPERATIVE_STICKY,",
        "COOPERATIVE_STICKY,seat-1",
        "CONSUMER_UNIFORM,",
        "CONSUMER_UNIFORM,seat-1"
    })
    void the_coordinator_keeps_a_member_that_vanished_until_its_session_runs_out(
            Assignor assignor, @Nullable String instanceId) throws Exception {
        GroupMember member = members.start(settings(assignor, instanceId), List.of(topic));
        Await.until("it owns all", SOON, () -> member.status().assignment().size() == 3);
        String before = awaitSeen();

        member.vanish().get(60, TimeUnit.SECONDS);

        assertThat(member.status().phase()).isEqualTo(Phase.VANISHED);
        assertThat(seenFor(WATCHED)).containsOnly(before);
        Await.until("its session has run out", SOON, () -> members().isEmpty());
        assertThat(connection.events(MemberChanged.class))
                .extracting(MemberChanged::kind)
                .containsExactly(Kind.JOINED, Kind.VANISHED);
    }

    @ParameterizedTest
    @CsvSource({"CONSUMER_UNIFORM,", "CONSUMER_UNIFORM,seat-1", "RANGE,"})
    void the_consumer_of_a_table_vanishes_as_silently(Assignor assignor, @Nullable String instanceId) throws Exception {
        KafkaConsumers consumers = new KafkaConsumers(connection.context());
        var session = consumers.start(
                new ConsumeRequest(
                        Subscription.to(topic),
                        Set.of(),
                        new StartPosition.Beginning(),
                        new ConsumerMode.GroupMember(settings(assignor, instanceId)),
                        IsolationLevel.READ_UNCOMMITTED),
                new CollectingSink());
        Await.until("it owns all", SOON, () -> session.status().assignment().size() == 3);
        GroupMember member = members.of(group).get(0);
        String before = awaitSeen();

        member.vanish().get(60, TimeUnit.SECONDS);

        assertThat(member.status().phase()).isEqualTo(Phase.VANISHED);
        assertThat(seenFor(WATCHED)).containsOnly(before);
    }

    @Test
    void a_member_that_is_to_leave_is_gone_at_once_static_or_not() throws Exception {
        for (String instanceId : new String[] {null, "seat-1"}) {
            GroupMember member = members.start(settings(Assignor.CONSUMER_UNIFORM, instanceId), List.of(topic));
            Await.until("it owns all", SOON, () -> member.status().assignment().size() == 3);
            member.leave().get(60, TimeUnit.SECONDS);
            Await.until("nobody is left", WATCHED, () -> members().isEmpty());
        }
    }

    private MemberSettings settings(Assignor assignor, @Nullable String instanceId) {
        return new MemberSettings(
                group, null, instanceId, assignor, CommitPolicy.OFF, false, Duration.ZERO, "earliest");
    }

    /** Returns the group as the coordinator sees it, once it is stable. */
    private String awaitSeen() throws Exception {
        Await.until("it is stable", SOON, () -> seen().startsWith("Stable"));
        return seen();
    }

    private List<String> seenFor(Duration watched) {
        List<String> views = new ArrayList<>();
        long end = System.nanoTime() + watched.toNanos();
        Await.until("it was watched", SOON, () -> {
            views.add(seen());
            return System.nanoTime() > end;
        });
        return views;
    }

    private String seen() throws Exception {
        ConsumerGroupDescription now = describe();
        List<String> views = new ArrayList<>();
        for (MemberDescription member : now.members()) {
            views.add(member.consumerId() + " epoch " + member.memberEpoch() + " "
                    + member.assignment().topicPartitions().size());
        }
        return now.groupState() + " " + now.groupEpoch() + " " + views;
    }

    private Collection<MemberDescription> members() throws Exception {
        return describe().members();
    }

    private ConsumerGroupDescription describe() throws InterruptedException, ExecutionException {
        return Objects.requireNonNull(broker.admin()
                        .describeConsumerGroups(List.of(group))
                        .describedGroups()
                        .get(group))
                .get();
    }
}
