package dev.surveyor.ui.shell.palette;

import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.TopicSummary;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.Workbench;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;

/** What the palette offers: commands, open tabs, and the topics and groups of every open connection. */
public final class PaletteSource {

    /** How the names of topics begin that Kafka keeps for itself; they are listed after all others. */
    private static final String INTERNAL = "__";

    private static final int MOST = 200;

    private final UiExecutor uiExecutor;
    private final Supplier<List<ClusterSession>> sessions;
    private final Consumer<ClusterSession> newGroup;
    private final Workbench workbench;
    private final Map<String, ClusterOverview> overviews = new HashMap<>();

    /**
     * @param sessions the open connections, the current one first
     * @param newGroup asks the user for the name of a group that is not there yet
     * @param workbench opens what was chosen
     */
    public PaletteSource(
            UiExecutor uiExecutor,
            Supplier<List<ClusterSession>> sessions,
            Consumer<ClusterSession> newGroup,
            Workbench workbench) {
        this.uiExecutor = uiExecutor;
        this.sessions = sessions;
        this.newGroup = newGroup;
        this.workbench = workbench;
    }

    /** Reads topics and groups anew, and tells when they are there; what cannot be read stays as it was known. */
    public void read(Runnable whenRead) {
        for (ClusterSession session : sessions.get()) {
            String id = session.profile().id();
            uiExecutor.whenDone(session.cluster().overview(), (overview, failure) -> {
                if (overview != null) {
                    overviews.put(id, overview);
                }
                whenRead.run();
            });
        }
    }

    /**
     * Returns everything that fits, best first.
     *
     * @param commands those that are possible now
     */
    public List<PaletteEntry> all(List<PaletteEntry> commands, String typed) {
        List<PaletteEntry> entries = new ArrayList<>(references(typed));
        entries.addAll(together(typed));
        List<PaletteEntry> rest = new ArrayList<>(commands);
        for (ClusterSession session : sessions.get()) {
            rest.addAll(topics(session, PageAddress.Kind.TOPIC, workbench::open));
            rest.addAll(groups(session));
        }
        entries.addAll(fitting(rest, typed));
        return entries;
    }

    /** Says that nothing fits what was typed, and what to do about it. */
    public String nothing(String typed) {
        String what = typed.isBlank() ? "" : "Nothing fits \u201c" + typed + "\u201d. ";
        if (sessions.get().isEmpty()) {
            return what + "No connection is open: connect first, then its topics, groups and records are found here.";
        }
        return (what.isEmpty() ? "Nothing is known here yet. " : what)
                + "Type a topic, a group, a command or a reference such as orders[3]@48210.";
    }

    /** Returns the topics, to open them in a feature. */
    public List<PaletteEntry> topicsFor(PageAddress.Kind kind, String typed) {
        return topicsFor(kind, workbench::open, typed);
    }

    /** Returns the topics, to do something with their pages. */
    public List<PaletteEntry> topicsFor(PageAddress.Kind kind, Consumer<PageAddress> action, String typed) {
        return fitting(
                sessions.get().stream()
                        .flatMap(session -> topics(session, kind, action).stream())
                        .toList(),
                typed);
    }

    /** Returns how to consume what was typed in one table, and the topics that may be added to it. */
    public List<PaletteEntry> severalTopics(String typed) {
        List<PaletteEntry> entries = new ArrayList<>(together(typed));
        int comma = typed.lastIndexOf(',');
        String before = comma < 0 ? "" : typed.substring(0, comma + 1);
        for (ClusterSession session : sessions.get()) {
            overview(session)
                    .flatMap(overview -> overview.topics().stream())
                    .map(TopicSummary::name)
                    .filter(topic -> topic.contains(typed.substring(comma + 1).strip()))
                    .filter(topic -> !typed.endsWith(topic))
                    .map(topic -> subscription(before + topic))
                    .flatMap(Optional::stream)
                    .filter(Subscription::severalTopics)
                    .map(found -> together(session, found))
                    .forEach(entries::add);
        }
        return entries.stream().limit(MOST).toList();
    }

    /** Returns the ways to consume several topics or a pattern that was typed; none where it is neither. */
    private List<PaletteEntry> together(String typed) {
        return subscription(typed).stream()
                .filter(Subscription::severalTopics)
                .flatMap(found -> sessions.get().stream()
                        .filter(session -> exists(session, found))
                        .map(session -> together(session, found)))
                .toList();
    }

    private PaletteEntry together(ClusterSession session, Subscription found) {
        PageAddress address = PageAddress.of(PageAddress.Kind.TOPICS, session, found.text());
        String what = found instanceof Subscription.Matching
                ? "topics that match " + found.text()
                : address.title() + " together";
        return new PaletteEntry(
                "Consume " + what,
                "one table on " + session.profile().name(),
                "",
                Feather.LAYERS,
                () -> workbench.open(address));
    }

    private boolean exists(ClusterSession session, Subscription subscription) {
        return !(subscription instanceof Subscription.Topics topics)
                || overview(session).anyMatch(overview -> overview.topics().stream()
                        .map(TopicSummary::name)
                        .collect(Collectors.toSet())
                        .containsAll(topics.names()));
    }

    private static Optional<Subscription> subscription(String typed) {
        try {
            return Optional.of(Subscription.parse(typed));
        } catch (IllegalArgumentException notYet) {
            return Optional.empty();
        }
    }

    /** Returns the groups, and the way to a new one: of the name that was typed, if any was. */
    public List<PaletteEntry> groupsOnly(String typed) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (ClusterSession session : sessions.get()) {
            entries.addAll(groups(session));
        }
        List<PaletteEntry> fitting = new ArrayList<>(fitting(entries, typed));
        String name = typed.strip();
        for (ClusterSession session : sessions.get()) {
            if (name.isEmpty()) {
                fitting.add(newGroup(session, "New group\u2026", () -> newGroup.accept(session)));
            } else if (overview(session)
                    .flatMap(overview -> overview.groups().stream())
                    .noneMatch(group -> group.id().equals(name))) {
                PageAddress address = PageAddress.of(PageAddress.Kind.GROUP, session, name);
                fitting.add(newGroup(session, "New group \u201c" + name + "\u201d", () -> workbench.open(address)));
            }
        }
        return fitting;
    }

    private static PaletteEntry newGroup(ClusterSession session, String words, Runnable action) {
        return new PaletteEntry(words, "on " + session.profile().name(), "", Feather.PLUS, action);
    }

    private List<PaletteEntry> references(String typed) {
        return PartitionOffset.parse(typed).stream()
                .flatMap(place -> sessions.get().stream()
                        .map(session -> new PaletteEntry(
                                "Go to " + place,
                                "record on " + session.profile().name(),
                                "",
                                Feather.MAP_PIN,
                                () -> workbench.showRecord(session, place))))
                .toList();
    }

    private List<PaletteEntry> topics(ClusterSession session, PageAddress.Kind kind, Consumer<PageAddress> action) {
        return overview(session)
                .flatMap(overview -> overview.topics().stream())
                .map(TopicSummary::name)
                .map(topic -> entry(session, kind, topic, "topic", Feather.DATABASE, action))
                .toList();
    }

    private List<PaletteEntry> groups(ClusterSession session) {
        return overview(session)
                .flatMap(overview -> overview.groups().stream())
                .map(group -> entry(
                        session, PageAddress.Kind.GROUP, group.id(), wordOf(group), Feather.SHUFFLE, workbench::open))
                .toList();
    }

    /** What a group is for is said where it is not for consumers. */
    private static String wordOf(GroupSummary group) {
        boolean ofConsumers = group.type().ofConsumers()
                && group.typeText().equals(group.type().toString());
        return ofConsumers ? "group" : group.typeText() + " group";
    }

    private Stream<ClusterOverview> overview(ClusterSession session) {
        return Stream.ofNullable(overviews.get(session.profile().id()));
    }

    private PaletteEntry entry(
            ClusterSession session,
            PageAddress.Kind kind,
            String object,
            String word,
            Feather icon,
            Consumer<PageAddress> action) {
        PageAddress address = PageAddress.of(kind, session, object);
        String where =
                sessions.get().size() > 1 ? word + " on " + session.profile().name() : word;
        return new PaletteEntry(object, where, "", icon, () -> action.accept(address));
    }

    private static List<PaletteEntry> fitting(List<PaletteEntry> entries, String typed) {
        return entries.stream()
                .filter(entry -> entry.rank(typed) >= 0)
                .sorted(Comparator.comparingInt((PaletteEntry entry) -> entry.rank(typed))
                        .thenComparing(entry -> !entry.possible())
                        .thenComparing(entry -> entry.title().startsWith(INTERNAL))
                        .thenComparing(entry -> entry.title().toLowerCase(Locale.ROOT)))
                .limit(MOST)
                .toList();
    }
}
