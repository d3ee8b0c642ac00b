package dev.surveyor.kafka.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupDetail.Member;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.Assignor;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.event.ClientEvent.MemberChanged.Kind;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.kafka.cluster.KafkaClusterReader;
import dev.surveyor.kafka.cluster.KafkaStaticMembers;
import dev.surveyor.kafka.testing.StreamsMember;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Static members that other programs run. */
@ExtendWith(SandboxBroker.class)
class StaticMembersIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Longer than any test here waits: a member that is gone before was removed. */
    private static final int SESSION_TIMEOUT_MS = 60_000;

    private final TestBroker broker;
    private TestConnection connection;
    private KafkaClusterReader reader;
    private KafkaGroupMembers members;
    private KafkaStaticMembers seats;
    private String topic;
    private String group;

    StaticMembersIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void connect() {
        connection = TestConnection.to(broker.bootstrapServers());
        reader = new KafkaClusterReader(broker.admin(), connection.context());
        members = new KafkaGroupMembers(connection.context(), reader);
        seats = new KafkaStaticMembers(broker.admin(), connection.context());
        topic = broker.newTopic(4);
        group = TestBroker.uniqueName("static");
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    @Test
    void one_that_closed_has_left_for_now_and_its_seat_is_kept_for_the_session_timeout_of_the_group() {
        Runnable unwatch = members.watch(group, Duration.ofMillis(100));
        KafkaConsumer<byte[], byte[]> other = join("consumer", "seat-1");
        Await.until("it is seen", SOON, () -> kinds().contains(Kind.JOINED));
        assertThat(group().members().get(0).instanceId()).isEqualTo("seat-1");
        assertThat(group().shownState()).isEqualTo("Stable");
        other.close();

        Await.until("it is seen to be away", SOON, () -> kinds().contains(Kind.SEAT_KEPT));
        GroupDetail away = group();
        assertThat(away.state()).as("Kafka's word").isEqualTo("Reconciling");
        assertThat(away.shownState()).isEqualTo(GroupDetail.SEAT_KEPT);
        assertThat(away.seatsKept()).extracting(Member::instanceId).containsExactly("seat-1");
        assertThat(away.sessionTimeout()).as("of the broker's settings").isEqualTo(Duration.ofSeconds(6));
        assertThat(connection.events(MemberChanged.class))
                .allMatch(event -> event.instanceId().equals("seat-1"));

        KafkaConsumer<byte[], byte[]> back = join("consumer", "seat-1");
        Await.until(
                "it is back",
                SOON,
                () -> kinds().stream().filter(Kind.JOINED::equals).count() == 2);
        assertThat(kinds())
                .as("not taken for another member")
                .containsExactly(Kind.JOINED, Kind.SEAT_KEPT, Kind.JOINED);
        back.close();
        Await.until("its seat is given up", SOON, () -> kinds().contains(Kind.LEFT));
        unwatch.run();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void one_that_is_away_is_removed_by_its_instance_id_and_others_take_over_at_once(String protocol) {
        KafkaConsumer<byte[], byte[]> gone = join(protocol, "seat-1");
        gone.close();
        assertThat(group().members()).extracting(Member::instanceId).containsExactly("seat-1");

        get(seats.remove(group, "seat-1"));

        Await.until(
                "nobody is left", Duration.ofSeconds(4), () -> group().members().isEmpty());
        assertThatThrownBy(() -> get(seats.remove(group, "seat-1"))).satisfies(thrown -> assertThat(
                        BrokerFailureException.in(thrown).what())
                .contains("the coordinator does not know this member", "removing member seat-1"));
    }

    @Test
    void brokers_do_not_remove_members_of_streams_groups() {
        try (StreamsMember member = StreamsMember.join(broker.bootstrapServers(), group, topic, "seat-1")) {
            assertThat(group().members()).extracting(Member::instanceId).containsExactly("seat-1");
            member.leaveForNow();
            Await.until("it is away", SOON, () -> !group().seatsKept().isEmpty());
            assertThat(group().shownState()).isEqualTo(GroupDetail.SEAT_KEPT);
            assertThat(group().sessionTimeout()).isPositive();
            assertThatThrownBy(() -> get(seats.remove(group, "seat-1"))).isNotNull();
            assertThat(group().members()).hasSize(1);
        }
    }

    @Test
    void a_member_of_this_app_that_vanished_and_was_removed_is_not_said_to_have_run_out_of_its_session()
            throws Exception {
        Runnable unwatch = members.watch(group, Duration.ofMillis(100));
        MemberSettings settings = new MemberSettings(
                group, null, "seat-1", Assignor.CONSUMER_UNIFORM, CommitPolicy.OFF, false, Duration.ZERO, "latest");
        GroupMember member = members.start(settings, List.of(topic));
        Await.until("it owns all", SOON, () -> member.status().assignment().size() == 4);
        member.vanish().get(60, TimeUnit.SECONDS);
        get(seats.remove(group, "seat-1"));

        Await.until("it is told", SOON, () -> kinds().contains(Kind.LEFT));
        assertThat(kinds()).containsExactly(Kind.JOINED, Kind.VANISHED, Kind.LEFT);
        unwatch.run();
    }

    /** Joins as another program, and returns when it has all partitions. */
    private KafkaConsumer<byte[], byte[]> join(String protocol, String instanceId) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                group,
                "client.id",
                "worker-9f2",
                "group.instance.id",
                instanceId,
                "group.protocol",
                protocol));
        if (protocol.equals("classic")) {
            properties.put("session.timeout.ms", SESSION_TIMEOUT_MS);
        }
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        Await.until("it has all", SOON, () -> {
            consumer.poll(Duration.ofMillis(100));
            return consumer.assignment().size() == 4;
        });
        return consumer;
    }

    private GroupDetail group() {
        return get(reader.group(group));
    }

    private List<Kind> kinds() {
        return connection.events(MemberChanged.class).stream()
                .map(MemberChanged::kind)
                .filter(kind -> kind != Kind.ASSIGNMENT_CHANGED)
                .toList();
    }

    private static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
