package dev.surveyor.kafka.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.Assignor;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.event.ClientEvent.OffsetsCommitted;
import dev.surveyor.domain.event.ClientEvent.PartitionsLost;
import dev.surveyor.domain.event.ClientEvent.PartitionsRevoked;
import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.client.ClientSettings;
import dev.surveyor.kafka.client.ClientThreads;
import dev.surveyor.kafka.client.OpenClients;
import dev.surveyor.kafka.cluster.AdminOffsets;
import dev.surveyor.kafka.cluster.KafkaClusterReader;
import dev.surveyor.kafka.failure.FailureTranslator;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.service.group.Lane;
import dev.surveyor.service.group.RebalanceTimeline;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullUnmarked
@ExtendWith(SandboxBroker.class)
class GroupMembersIT {

    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final ThreadFactory threads = task -> {
        Thread thread = new Thread(task, "test-member");
        thread.setDaemon(true);
        return thread;
    };
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(threads);
    private final EventStream events = new EventStream(1_000);
    private ClientContext context;
    private KafkaGroupMembers members;
    private Admin admin;
    private String topic;
    private String group;

    @BeforeEach
    void connect(TestBroker broker) {
        ConnectionProfile profile = new ConnectionProfile(
                "id",
                "test",
                Environment.SANDBOX,
                List.of(broker.bootstrapServers()),
                "test",
                SecuritySettings.NONE,
                Map.of(),
                Set.of());
        ClientSettings clientSettings = new ClientSettings(profile, Map.of());
        ClientThreads clientThreads =
                new ClientThreads(threads, task -> threads.newThread(task).start(), timer);
        OpenClients open = new OpenClients();
        context = new ClientContext(
                clientSettings,
                new FailureTranslator("test", List.of()),
                events,
                clientThreads,
                open,
                Clock.systemUTC(),
                new AdminOffsets(clientSettings, open));
        admin = Admin.create(context.settings().of(ClientKind.ADMIN, "test-admin"));
        members = new KafkaGroupMembers(context, new KafkaClusterReader(admin, context));
        topic = broker.newTopic(6);
        group = TestBroker.uniqueName("billing");
    }

    @AfterEach
    void close() throws Exception {
        context.open().closeAll().get(60, TimeUnit.SECONDS);
        admin.close(Duration.ZERO);
        timer.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(Assignor.class)
    void a_second_member_takes_half_and_gives_it_back(Assignor assignor) throws Exception {
        GroupMember first = members.start(settings(assignor), List.of(topic));
        awaitOwned(first, 6);
        GroupMember second = members.start(settings(assignor), List.of(topic));
        awaitOwned(second, 3);
        awaitOwned(first, 3);
        second.leave().get(60, TimeUnit.SECONDS);
        awaitOwned(first, 6);

        RebalanceTimeline timeline = timeline();
        assertThat(timeline.lanes()).hasSize(2);
        assertThat(timeline.lanes().get(1).end()).isEqualTo(Lane.End.LEFT);
        assertThat(timeline.totals(Instant.now()).rebalances()).isGreaterThanOrEqualTo(2);
        List<Integer> revokedAtJoin = all(PartitionsRevoked.class).stream()
                .filter(event -> event.client().equals(first.status().clientId()))
                .map(event -> event.partitions().size())
                .toList();
        assertThat(revokedAtJoin.get(0)).as("revoked of the first").isEqualTo(assignor.incremental() ? 3 : 6);
        assertThat(second.status().phase()).isEqualTo(Phase.LEFT);
    }

    @Test
    void each_batch_commits_after_every_poll_that_returned_something(TestBroker broker) {
        String single = broker.newTopic(1);
        GroupMember member = members.start(settings(Assignor.DEFAULT).with(CommitPolicy.EACH_BATCH), List.of(single));
        awaitOwned(member, 1);
        List<String> each = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            broker.sendMany(single, 1, 1);
            int wanted = i;
            Await.until("record " + i, LIMIT, () -> member.status().processed() == wanted);
            each.add("OffsetsCommitted (<nil>, [" + single + "[0]@" + i + "])");
        }
        Await.until("four commits", LIMIT, () -> all(OffsetsCommitted.class).size() >= 4);
        assertThat(all(OffsetsCommitted.class))
                .extracting(OffsetsCommitted::text)
                .containsExactlyElementsOf(each);
    }

    @Test
    void a_hand_off_with_commit_on_revoke_reads_nothing_twice(TestBroker broker) {
        broker.sendMany(topic, 6, 60);
        GroupMember first = members.start(settings(Assignor.COOPERATIVE_STICKY), List.of(topic));
        awaitProcessed(first, 60);
        GroupMember second = members.start(settings(Assignor.COOPERATIVE_STICKY), List.of(topic));
        awaitOwned(second, 3);

        assertThat(timeline().totals(Instant.now()).redelivered()).isZero();
        PartitionsRevoked revoked = all(PartitionsRevoked.class).get(0);
        assertThat(revoked.partitions()).allSatisfy(each -> {
            assertThat(each.position()).hasValue(10);
            assertThat(each.committed()).hasValue(10);
        });
        assertThat(all(ClientEvent.OffsetsCommitted.class)).isNotEmpty().allMatch(event -> event.error() == null);
    }

    @Test
    void a_member_that_never_commits_does_not_when_it_leaves(TestBroker broker) {
        GroupMember member = members.start(MemberSettings.of(group, CommitPolicy.OFF), List.of(topic));
        awaitOwned(member, 6);
        broker.sendMany(topic, 6, 60);
        awaitProcessed(member, 60);
        member.close();
        Await.until("it has left", LIMIT, () -> changes(MemberChanged.Kind.LEFT) == 1);

        assertThat(all(ClientEvent.OffsetsCommitted.class)).isEmpty();
    }

    @Test
    void a_vanished_member_commits_nothing_and_its_records_are_read_twice(TestBroker broker) throws Exception {
        broker.sendMany(topic, 6, 60);
        members.watch(group, Duration.ofMillis(500));
        GroupMember first = members.start(settings(Assignor.COOPERATIVE_STICKY), List.of(topic));
        awaitProcessed(first, 60);
        Await.until("the coordinator lists it", LIMIT, () -> !first.status()
                .memberId()
                .isEmpty());
        Thread.sleep(1_200);
        first.vanish().get(60, TimeUnit.SECONDS);
        GroupMember second = members.start(settings(Assignor.COOPERATIVE_STICKY), List.of(topic));
        awaitOwned(second, 6);

        assertThat(timeline().totals(Instant.now()).redelivered()).isEqualTo(60);
        assertThat(timeline().totals(Instant.now()).unowned()).isGreaterThan(Duration.ofSeconds(5));
        Await.until("its session ran out", LIMIT, () -> changes(MemberChanged.Kind.SESSION_RAN_OUT) == 1);
        assertThat(first.status().phase()).isEqualTo(Phase.VANISHED);
        assertThat(timeline().lanes()).hasSize(2);
    }

    @Test
    void a_paused_member_goes_on_where_it_stopped(TestBroker broker) {
        GroupMember first = members.start(settings(Assignor.COOPERATIVE_STICKY), List.of(topic));
        awaitOwned(first, 6);
        first.pause();
        assertThat(first.status().phase()).isEqualTo(Phase.PAUSED);
        first.resume();
        broker.sendMany(topic, 6, 6);
        awaitProcessed(first, 6);

        first.stopPolling();
        assertThat(first.status().phase()).isEqualTo(Phase.NOT_POLLING);
        first.resume();
        awaitProcessed(first, 6);
    }

    @Test
    void a_member_that_polls_too_late_has_lost_its_partitions(TestBroker broker) {
        reconnect(broker, Map.of("max.poll.interval.ms", "11000"));
        members.watch(group, Duration.ofMillis(500));
        GroupMember first = members.start(settings(Assignor.COOPERATIVE_STICKY), List.of(topic));
        awaitOwned(first, 6);
        Await.until("seen by the coordinator", LIMIT, () -> first.status().generation() >= 0);
        GroupMember second = members.start(settings(Assignor.COOPERATIVE_STICKY), List.of(topic));
        awaitOwned(first, 3);
        awaitOwned(second, 3);
        first.stopPolling();
        awaitOwned(second, 6);
        first.resume();

        Await.until("lost is reported", LIMIT, () -> !all(PartitionsLost.class).isEmpty());
        awaitOwned(first, 3);
    }

    @Test
    void a_second_member_of_the_same_static_id_is_a_failure_in_words() {
        MemberSettings fixed = new MemberSettings(
                group, null, "seat-1", Assignor.CONSUMER_UNIFORM, CommitPolicy.OFF, false, Duration.ZERO, "earliest");
        GroupMember first = members.start(fixed, List.of(topic));
        awaitOwned(first, 6);
        GroupMember second = members.start(fixed, List.of(topic));

        Await.until("one of the two fails", LIMIT, () -> second.status().phase() == Phase.FAILED);
        assertThat(second.status().failure().sentence()).contains("group.instance.id");
        assertThat(all(ClientEvent.ClientError.class)).isNotEmpty();
    }

    @Test
    void members_of_other_programs_are_sampled(TestBroker broker) {
        Runnable unwatch = members.watch(group, Duration.ofMillis(300));
        GroupMember own = members.start(settings(Assignor.RANGE), List.of(topic));
        awaitOwned(own, 6);
        try (KafkaConsumer<byte[], byte[]> other = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "group.id",
                        group,
                        "client.id",
                        "worker-9f2",
                        "heartbeat.interval.ms",
                        1000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            other.subscribe(List.of(topic));
            Await.until("the other has three", LIMIT, () -> {
                other.poll(Duration.ofMillis(100));
                return other.assignment().size() == 3
                        && timeline().lanes().stream()
                                .anyMatch(lane -> lane.sampled() && lane.open().size() == 3);
            });
            assertThat(all(MemberChanged.class).stream()
                            .filter(MemberChanged::sampled)
                            .map(MemberChanged::client))
                    .containsOnly("worker-9f2");
        }
        Await.until("it is seen to leave", LIMIT, () -> changes(MemberChanged.Kind.LEFT) == 1);
        unwatch.run();
    }

    @Test
    void kcat_can_join_members_of_the_default_assignor(TestBroker broker) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/kcat")), "kcat is not installed");
        members.watch(group, Duration.ofMillis(300));
        GroupMember own = members.start(settings(Assignor.DEFAULT), List.of(topic));
        awaitOwned(own, 6);
        Process kcat = new ProcessBuilder("/usr/bin/kcat", "-q", "-b", broker.bootstrapServers(), "-G", group, topic)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitOwned(own, 3);
            Await.until("kcat's lane has the others", LIMIT, () -> timeline().lanes().stream()
                    .anyMatch(lane -> lane.sampled() && lane.open().size() == 3));
        } finally {
            kcat.destroy();
        }
        awaitOwned(own, 6);
        Await.until("kcat is seen to leave", LIMIT, () -> changes(MemberChanged.Kind.LEFT) == 1);
    }

    private void reconnect(TestBroker broker, Map<String, String> properties) {
        ConnectionProfile profile = new ConnectionProfile(
                "id",
                "test",
                Environment.SANDBOX,
                List.of(broker.bootstrapServers()),
                "test",
                SecuritySettings.NONE,
                properties,
                Set.of());
        context = new ClientContext(
                new ClientSettings(profile, Map.of()),
                context.failures(),
                events,
                context.threads(),
                context.open(),
                context.clock(),
                context.offsets());
        members = new KafkaGroupMembers(context, new KafkaClusterReader(admin, context));
    }

    private MemberSettings settings(Assignor assignor) {
        return new MemberSettings(group, null, null, assignor, CommitPolicy.AUTO, true, Duration.ZERO, "earliest");
    }

    private static void awaitOwned(GroupMember member, int partitions) {
        Await.until(
                member.status().clientId() + " owns " + partitions,
                LIMIT,
                () -> member.status().assignment().size() == partitions);
    }

    private static void awaitProcessed(GroupMember member, long records) {
        Await.until("it has processed " + records, LIMIT, () -> member.status().processed() == records);
    }

    private long changes(MemberChanged.Kind kind) {
        return all(MemberChanged.class).stream()
                .filter(event -> event.kind() == kind)
                .count();
    }

    private <T extends ClientEvent> List<T> all(Class<T> type) {
        return events.since(0).events().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private RebalanceTimeline timeline() {
        RebalanceTimeline timeline = new RebalanceTimeline(group);
        events.since(0).events().forEach(timeline::accept);
        return timeline;
    }
}
