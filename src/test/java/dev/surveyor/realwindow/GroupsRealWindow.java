package dev.surveyor.realwindow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.kafka.testing.ShareMember;
import dev.surveyor.kafka.testing.StreamsMember;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Groups whose members are other programs: what the window says of each type, and what it lets a person do with it. */
@Tag("real-window")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupsRealWindow {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final WindowRig window = new WindowRig("groups", 1_400, 900);
    private final RealDisplay display = window.display();
    private final ScheduledExecutorService others = Executors.newSingleThreadScheduledExecutor();
    private TestBroker broker;
    private RunningSurveyor app;

    @BeforeAll
    void open() {
        broker = window.startBroker();
        app = window.start(List.of(WindowRig.local(broker)));
        app.connect("local");
    }

    @AfterAll
    void close() {
        others.shutdownNow();
        window.close();
    }

    private void goTo(String group) {
        app.fire("sidebar-refresh");
        app.until("it is listed", () -> !listed(group).isEmpty());
        app.palette(group);
        app.until("it is offered", () -> app.ask("first palette-list").contains(group));
        display.press("Return");
        app.until("its page", () -> app.text("group-id").equals(group));
    }

    /** Returns the row of the group at the left, empty text where there is none. */
    private String listed(String group) {
        return app.ask("items sidebar-tree")
                .lines()
                .filter(row -> row.endsWith("children=[]]")
                        && row.contains("row=Group[")
                        && row.contains(" id=" + group + ","))
                .findFirst()
                .orElse("");
    }

    private void says(String id, String words) {
        app.until("#" + id + " says " + words + ", not " + app.text(id), () -> app.text(id)
                .contains(words));
    }

    private void listSays(String group, String words) {
        app.until("the list says " + words + ", not " + listed(group), () -> {
            if (!listed(group).contains(words)) {
                app.ask("fire sidebar-refresh");
                return false;
            }
            return true;
        });
    }

    /** Makes a topic of two partitions with 20 records. */
    private String topic(String name) {
        broker.createTopic(name, 2, Map.of());
        broker.sendMany(name, 2, 20);
        return name;
    }

    private void topicPageSays(String topic, String words) {
        app.choose(topic);
        app.fire("topic-tab-groups");
        app.until("the groups of the topic: " + words, () -> app.ask("items topic-groups-table")
                .contains(words));
    }

    /** What the form of a new member says, and whether its button can be pressed. */
    private void cannotJoin(String reason) {
        app.fire("group-member-add");
        app.untilShown("group-add-start");
        says("group-add-problem", reason);
        assertThat(app.ask("fire group-add-start")).isEqualTo("disabled");
        app.picture("join-" + app.text("group-id"));
        app.fire("group-add-close");
        app.untilGone("group-add-start");
    }

    private void cannotBeSet(String reason) {
        app.fire("group-seek");
        app.untilShown("seek-apply");
        says("seek-reason", reason);
        assertThat(app.ask("fire seek-apply")).isEqualTo("disabled");
        display.press("Escape");
        app.untilGone("seek-apply");
    }

    private void setToBeginning(int partitions) {
        app.fire("group-seek");
        app.untilShown("seek-apply");
        app.fire("seek-to-beginning");
        app.until("its partitions", () -> !app.ask("rows seek-table").equals("0"));
        app.fire("seek-tick-all");
        says("seek-apply", "Commit " + partitions + " offset");
        app.picture("seek-" + app.text("group-id"));
        app.fire("seek-apply");
        app.untilGone("seek-apply");
    }

    @Test
    void a_share_group() {
        String topic = topic("jobs-share");
        String group = "share-workers";
        try (ShareMember member = ShareMember.join(broker, group, topic)) {
            member.acceptAllBut(-1, 20);
            goTo(group);
            says("group-protocol", "share group");
            says("group-member-count", "1 member");
            says("group-state", "Stable");
            says("group-lag", "0");
            broker.sendMany(topic, 2, 2);
            says("group-lag", "2");
            listSays(group, "lag 2");
            app.picture("share");
            cannotJoin("only share consumers can be members of it");
            cannotBeSet("1 member active: share-worker. Stop it first.");
        }
        says("group-state", "Empty");
        setToBeginning(2);
        says("group-lag", "22");
        topicPageSays(topic, "TopicGroupRow[id=" + group + ", type=share");
    }

    @Test
    void a_streams_group() throws Exception {
        String topic = topic("jobs-streams");
        String group = "streams-app";
        StreamsMember member = StreamsMember.join(broker.bootstrapServers(), group, topic, null);
        var beats = others.scheduleWithFixedDelay(member::beat, 0, 300, TimeUnit.MILLISECONDS);
        goTo(group);
        says("group-protocol", "streams group");
        says("group-state", "Stable");
        app.focusOn("group-members");
        display.press("Down");
        says("group-member-tasks", "0_0");
        app.picture("streams");
        cannotJoin("is a streams group");
        cannotBeSet("1 member active");
        beats.cancel(false);
        others.submit(member::close).get();
        says("group-state", "Empty");
        broker.admin()
                .alterStreamsGroupOffsets(
                        group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(4, "AgAAAZ")))
                .all()
                .get();
        setToBeginning(2);
        listSays(group, "streams");
        topicPageSays(topic, "TopicGroupRow[id=" + group + ", type=streams");
    }

    @Test
    void a_static_member() throws Exception {
        String topic = topic("jobs-static");
        String group = "static-billing";
        broker.admin()
                .incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.GROUP, group), sessions()))
                .all()
                .get();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "group.id",
                        group,
                        "client.id",
                        "worker",
                        "group.protocol",
                        "consumer",
                        "group.instance.id",
                        "seat-1",
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            Await.until("it reads", SOON, () -> !consumer.poll(Duration.ofMillis(100))
                    .isEmpty());
            consumer.commitSync();
            goTo(group);
            says("group-member-count", "1 member");
            app.focusOn("group-members");
            display.press("Down");
            says("group-member-instance", "seat-1");
        }
        says("group-member-count", "1 seat kept");
        says("group-member-hint", "its seat is kept until");
        app.picture("static");
        listSays(group, "eat");
        app.fire("group-member-remove");
        app.untilShown("dialog-confirm");
        display.press("Return");
        app.untilGone("dialog-confirm");
        says("group-member-count", "1 seat kept");
        app.fire("group-member-remove");
        app.untilShown("dialog-confirm");
        app.picture("static-remove");
        display.press("Tab", "Return");
        app.untilGone("dialog-confirm");
        says("group-state", "Empty");
    }

    private static Collection<AlterConfigOp> sessions() {
        return List.of(
                new AlterConfigOp(new ConfigEntry("consumer.session.timeout.ms", "45000"), AlterConfigOp.OpType.SET));
    }

    @Test
    void a_commit_past_the_end() throws Exception {
        String topic = topic("jobs-past");
        String group = "past-the-end";
        broker.admin()
                .alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(5_000)))
                .all()
                .get();
        goTo(group);
        says("group-lag", "beyond end");
        app.picture("past-the-end");
        app.fire("group-seek");
        app.until("its partitions", () -> !app.ask("rows seek-table").equals("0"));
        app.picture("seek-past-the-end");
        display.press("Escape");
        app.untilGone("seek-apply");
        listSays(group, "beyond end");
    }
}
