package dev.surveyor.ui.topics;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.cluster.BrokerInfo;
import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.TopicSummary;
import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.group.GroupLags;
import dev.surveyor.service.group.GroupStates;
import dev.surveyor.ui.parts.Dot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of one connection out of what is known of its cluster. Never changes what it is given.
 *
 * @param profileId the connection
 * @param name its name
 * @param environment what kind of cluster it is
 * @param health how it is doing
 * @param overview what was read last, or null
 * @param loading the words while it is read, or empty
 * @param note a sentence in place of rows, or empty
 */
record ClusterBranch(
        String profileId,
        String name,
        Environment environment,
        ConnectionHealth health,
        @Nullable ClusterOverview overview,
        String loading,
        String note) {

    private static final int SKELETONS = 3;

    /** Returns the connection's rows; with a filter only the matching ones and what is above them. */
    SidebarNode node(String filter, boolean withInternal) {
        List<SidebarNode> below = new ArrayList<>();
        if (!loading.isEmpty()) {
            below.add(SidebarNode.leaf("loading", new SidebarRow.Loading(profileId, loading)));
            for (int i = 0; overview == null && i < SKELETONS; i++) {
                below.add(SidebarNode.leaf("skeleton" + i, new SidebarRow.Skeleton(profileId, i)));
            }
        }
        if (!note.isEmpty()) {
            below.add(SidebarNode.leaf("note", new SidebarRow.Note(profileId, note)));
        }
        if (overview != null) {
            addSections(overview, filter.strip().toLowerCase(Locale.ROOT), withInternal, below);
        }
        return new SidebarNode(
                profileId, new SidebarRow.Connection(profileId, name, environment, dot(), state()), true, below);
    }

    private void addSections(ClusterOverview read, String filter, boolean withInternal, List<SidebarNode> below) {
        for (String problem : read.problems()) {
            below.add(SidebarNode.leaf("problem " + problem, new SidebarRow.Note(profileId, problem)));
        }
        List<SidebarNode> topics = new ArrayList<>();
        for (TopicSummary topic : read.topics()) {
            if ((withInternal || !topic.internal()) && matches(topic.name(), filter)) {
                topics.add(SidebarNode.leaf(
                        topic.name(),
                        new SidebarRow.Topic(profileId, topic.name(), topic.partitions(), topic.internal())));
            }
        }
        addSection(SidebarRow.Kind.TOPICS, topics, filter, true, below);
        List<SidebarNode> groups = new ArrayList<>();
        for (GroupSummary group : read.groups()) {
            if (matches(group.id(), filter)) {
                groups.add(SidebarNode.leaf(group.id(), groupRow(group)));
            }
        }
        addSection(SidebarRow.Kind.GROUPS, groups, filter, true, below);
        List<SidebarNode> brokers = new ArrayList<>();
        for (BrokerInfo broker : read.brokers()) {
            String text = broker.id() + " · " + broker.host() + ":" + broker.port();
            if (matches(text, filter)) {
                brokers.add(SidebarNode.leaf(
                        String.valueOf(broker.id()), new SidebarRow.Broker(profileId, text, broker.controller())));
            }
        }
        addSection(SidebarRow.Kind.BROKERS, brokers, filter, false, below);
    }

    private void addSection(
            SidebarRow.Kind kind, List<SidebarNode> rows, String filter, boolean expanded, List<SidebarNode> below) {
        if (filter.isEmpty() || !rows.isEmpty()) {
            SidebarRow row = new SidebarRow.Section(profileId, kind, Numbers.grouped(rows.size()));
            below.add(new SidebarNode(kind.name(), row, expanded, rows));
        }
    }

    private static boolean matches(String name, String filter) {
        return filter.isEmpty() || name.toLowerCase(Locale.ROOT).contains(filter);
    }

    private SidebarRow groupRow(GroupSummary group) {
        if (!connected()) {
            return new SidebarRow.Group(
                    profileId, group.id(), Dot.Kind.MUTED, "unknown", false, "Not known while the cluster is away");
        }
        String words = GroupStates.words(group.state());
        String meaning = words + " \u00b7 " + group.typeText() + " \u00b7 " + lag(group);
        if (group.state().equals("Empty") || group.state().equals("Dead")) {
            return new SidebarRow.Group(
                    profileId, group.id(), Dot.Kind.MUTED, words.toLowerCase(Locale.ROOT), false, meaning);
        }
        Dot.Kind kind =
                group.state().isEmpty() ? Dot.Kind.MUTED : group.state().equals("Stable") ? Dot.Kind.OK : Dot.Kind.WARN;
        String shown =
                group.lag().known().isPresent() ? "lag " + GroupLags.text(group.lag()) : words.toLowerCase(Locale.ROOT);
        return new SidebarRow.Group(
                profileId, group.id(), kind, shown, group.lag().behind(), meaning);
    }

    private static String lag(GroupSummary group) {
        if (!group.problem().isEmpty()) {
            return group.problem();
        }
        if (group.lag().known().isPresent()) {
            String note = GroupLags.note(group.lag());
            return "lag " + GroupLags.text(group.lag()) + (note.isEmpty() ? "" : " \u00b7 " + note);
        }
        return group.members().isEmpty()
                ? "lag not read yet"
                : !group.lag().uncounted().isEmpty()
                        ? "lag not known, " + GroupLags.note(group.lag())
                        : "no offset stored";
    }

    boolean connected() {
        return health instanceof ConnectionHealth.Connected;
    }

    private Dot.Kind dot() {
        if (connected()) {
            return Dot.Kind.OK;
        }
        if (health instanceof ConnectionHealth.Connecting) {
            return Dot.Kind.ACCENT;
        }
        return health instanceof ConnectionHealth.Disconnected ? Dot.Kind.MUTED : Dot.Kind.DANGER;
    }

    private String state() {
        if (health instanceof ConnectionHealth.Connected here) {
            return Times.length(here.roundTrip());
        }
        return health instanceof ConnectionHealth.Connecting ? "connecting" : "offline";
    }
}
