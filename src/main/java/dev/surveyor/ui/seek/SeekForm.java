package dev.surveyor.ui.seek;

import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.consume.SeekTarget;
import dev.surveyor.domain.time.TimeReader;
import dev.surveyor.domain.time.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the user has chosen under "Move to", and its reading as a target. */
final class SeekForm {

    /** The six ways to say where to. */
    enum Kind {
        BEGINNING,
        END,
        OFFSET,
        TIME,
        RELATIVE,
        COMMITTED
    }

    /**
     * A reading of the form.
     *
     * @param target what it means, null where it means nothing
     * @param error what is wrong then, else empty
     */
    record Reading(@Nullable SeekTarget target, String error) {}

    private final Clock clock;
    private final ZoneId zone;

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.BEGINNING);
    private final StringProperty offset = new SimpleStringProperty("0");
    private final StringProperty time;
    private final StringProperty relative = new SimpleStringProperty("-100");
    private final ObjectProperty<SeekTarget.From> from = new SimpleObjectProperty<>(SeekTarget.From.POSITION);
    private final StringProperty group = new SimpleStringProperty("");
    private final ObservableList<String> groups = FXCollections.observableArrayList();
    private final Map<String, GroupType> groupTypes = new HashMap<>();

    SeekForm(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
        Instant anHourAgo = clock.instant().minusSeconds(3600);
        this.time = new SimpleStringProperty(new Times(zone).seconds(anHourAgo));
    }

    /** Calls the listener after each change of any part. */
    void onChange(Runnable listener) {
        List<Property<?>> parts = List.of(kind, offset, time, relative, from, group);
        parts.forEach(part -> part.addListener((observable, old, now) -> listener.run()));
    }

    // Properties

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    StringProperty offsetProperty() {
        return offset;
    }

    StringProperty timeProperty() {
        return time;
    }

    StringProperty relativeProperty() {
        return relative;
    }

    ObjectProperty<SeekTarget.From> fromProperty() {
        return from;
    }

    StringProperty groupProperty() {
        return group;
    }

    /** Returns the groups that can be chosen. */
    ObservableList<String> groups() {
        return groups;
    }

    /** Offers those groups, and chooses the one that is moved, or the first where none is. */
    void offerGroups(List<GroupSummary> found, String moved) {
        groupTypes.clear();
        found.forEach(each -> groupTypes.put(each.id(), each.type()));
        List<String> ids = found.stream()
                .filter(each -> each.type() != GroupType.UNKNOWN)
                .map(GroupSummary::id)
                .toList();
        groups.setAll(ids);
        if (!moved.isEmpty()) {
            group.set(moved);
        } else if (!ids.isEmpty()) {
            group.set(ids.get(0));
        }
    }

    /** Returns the id of a group that can be chosen, and what is taken for its commits where it has none. */
    String groupWords(String id) {
        return switch (groupTypes.getOrDefault(id, GroupType.CLASSIC)) {
            case SHARE -> id + " (share: start offsets)";
            case STREAMS -> id + " (streams)";
            case CLASSIC, CONSUMER, UNKNOWN -> id;
        };
    }

    // Readings

    Reading read() {
        return switch (kind.get()) {
            case BEGINNING -> new Reading(new SeekTarget.Beginning(), "");
            case END -> new Reading(new SeekTarget.End(), "");
            case OFFSET -> readOffset();
            case TIME -> readTime();
            case RELATIVE -> readRelative();
            case COMMITTED -> readGroup();
        };
    }

    /** Returns the typed time in local time and UTC, or what was expected instead. */
    String timeInBothZones() {
        return typedTime()
                .map(at -> {
                    String here = new Times(zone).fullSeconds(at);
                    String utc = new Times(ZoneOffset.UTC).fullSeconds(at);
                    return here.equals(utc) ? utc : here + " = " + utc;
                })
                .orElse("Expected " + TimeReader.EXPECTED);
    }

    /** Returns what is asked for in a few words, for the history. */
    String words() {
        return switch (kind.get()) {
            case BEGINNING -> "to the beginning";
            case END -> "to the end";
            case OFFSET -> "to offset " + offset.get().strip();
            case TIME -> "to time " + time.get().strip();
            case RELATIVE -> relative.get().strip() + " to " + from.get().name().toLowerCase(Locale.ROOT);
            case COMMITTED -> "to the commits of " + group.get();
        };
    }

    /** Returns the number, digit groups allowed; null where the text is not one. */
    static @Nullable Long number(String text) {
        try {
            return Long.valueOf(
                    text.strip().replace("\u00a0", "").replace(" ", "").replace('\u2212', '-'));
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private Reading readOffset() {
        Long number = number(offset.get());
        return number == null || number < 0
                ? new Reading(null, "Offset: expected a whole number from 0, not \u201c" + offset.get() + "\u201d")
                : new Reading(new SeekTarget.Offset(number), "");
    }

    private Reading readTime() {
        return typedTime()
                .map(at -> new Reading(new SeekTarget.Time(at), ""))
                .orElseGet(() -> new Reading(null, "Time: expected " + TimeReader.EXPECTED));
    }

    private Optional<Instant> typedTime() {
        return new TimeReader(zone, clock.instant()).moment(time.get());
    }

    private Reading readRelative() {
        Long number = number(relative.get());
        return number == null
                ? new Reading(
                        null, "Relative: expected a whole number such as -100, not \u201c" + relative.get() + "\u201d")
                : new Reading(new SeekTarget.Relative(number, from.get()), "");
    }

    private Reading readGroup() {
        String id = group.get();
        return id == null || id.isBlank()
                ? new Reading(null, "Committed of: choose a group")
                : new Reading(new SeekTarget.CommittedOf(id), "");
    }
}
