package dev.surveyor.ui.records.partitions;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.PartitionNumbers;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.ui.records.consume.ConsumeViewModel;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Decides which partitions are listed and which of them are chosen; the table takes the choice when it is applied. For
 * the JavaFX thread only.
 */
final class PartitionPick {

    private final ConsumeViewModel table;
    private final PartitionFacts facts;
    private final ObservableList<PartitionId> listed = FXCollections.observableArrayList();
    private final StringProperty narrow = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final Set<PartitionId> chosen = new HashSet<>();
    private List<PartitionId> all = List.of();
    /** Whether something was chosen since it was opened. */
    private boolean touched;

    PartitionPick(ConsumeViewModel table, PartitionFacts facts) {
        this.table = table;
        this.facts = facts;
        narrow.addListener((source, before, now) -> list());
        table.partitionCountProperty().addListener((source, before, now) -> learned());
    }

    // Properties

    /** Returns the partitions that what was typed leaves, in order. */
    ObservableList<PartitionId> listed() {
        return listed;
    }

    /** Numbers and ranges, such as {@code 0-9, 12}, of the partitions to list; empty for all. */
    StringProperty narrowProperty() {
        return narrow;
    }

    /** Why what was typed lists nothing, empty where it can be read. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** A number that changes when something is chosen, or becomes known of a partition. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Returns why nothing can be chosen, empty where something can. */
    String whyNot() {
        if (!current().standalone()) {
            return "The group assigns partitions to its members. Read standalone to choose some.";
        }
        return severalTopics() ? "All partitions of several topics are read. Open one topic to choose some." : "";
    }

    boolean choosable() {
        return whyNot().isEmpty();
    }

    boolean severalTopics() {
        return table.subscription().severalTopics();
    }

    boolean chosen(PartitionId partition) {
        return chosen.contains(partition);
    }

    PartitionFacts.Fact fact(PartitionId partition) {
        return facts.of(partition);
    }

    /** Returns whether it is known of any partition that it has records. */
    boolean knowsRecords() {
        return all.stream().anyMatch(this::hasRecords);
    }

    /** Returns {@code 3 of 500 chosen}, and what to do where that is none. */
    String summary() {
        if (!choosable()) {
            return Counted.of(all.size(), "partition");
        }
        return chosen.isEmpty() && !all.isEmpty()
                ? "Choose at least one"
                : Numbers.grouped(chosen.size()) + " of " + Numbers.grouped(all.size()) + " chosen";
    }

    /** Returns what Enter does with what was typed, empty where nothing was typed that could be read. */
    String whatEnterDoes() {
        return typed() && choosable() && !listed.isEmpty()
                ? " · Enter reads only the " + Numbers.grouped(listed.size()) + " listed"
                : "";
    }

    private boolean typed() {
        return !narrow.get().isBlank();
    }

    /** Chooses what was typed, where something was; returns whether there is something to apply now. */
    boolean takeTyped() {
        if (typed() && choosable()) {
            if (listed.isEmpty()) {
                return false;
            }
            chooseListed();
        }
        return applicable();
    }

    boolean applicable() {
        return choosable() && !chosen.isEmpty();
    }

    // Commands

    /** Begins with what the table reads, and asks where each partition stands. */
    void open() {
        all = partitions();
        choose(read());
        touched = false;
        narrow.set("");
        list();
        facts.ask(this::learned);
    }

    void toggle(PartitionId partition) {
        if (!choosable()) {
            return;
        }
        if (!chosen.remove(partition)) {
            chosen.add(partition);
        }
        touched = true;
        changed();
    }

    void chooseAll() {
        choose(all);
    }

    void chooseNone() {
        choose(List.of());
    }

    /** Chooses the listed partitions and no other. */
    void chooseListed() {
        choose(List.copyOf(listed));
    }

    /** Chooses the partitions whose high watermark is behind their begin. */
    void chooseWithRecords() {
        choose(all.stream().filter(this::hasRecords).toList());
    }

    /** Lets the table read what is chosen; a choice that is the same as before changes nothing. */
    void apply() {
        Set<Integer> numbers = chosen.size() == all.size()
                ? Set.of()
                : chosen.stream().map(PartitionId::partition).collect(Collectors.toSet());
        if (touched && applicable() && !numbers.equals(current().partitions())) {
            table.choose(current().with(numbers));
        }
    }

    private void learned() {
        if (!all.equals(partitions())) {
            boolean everyOne = chosen.size() == all.size();
            all = partitions();
            list();
            chosen.addAll(touched ? (everyOne ? all : List.of()) : read());
        }
        changed();
    }

    /** Returns those that the table reads now. */
    private List<PartitionId> read() {
        Set<Integer> numbers = current().partitions();
        return all.stream()
                .filter(partition -> numbers.isEmpty() || numbers.contains(partition.partition()))
                .toList();
    }

    private void choose(Collection<PartitionId> partitions) {
        chosen.clear();
        chosen.addAll(partitions);
        touched = true;
        changed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    private void list() {
        if (!typed()) {
            problem.set("");
            listed.setAll(all);
            return;
        }
        SortedSet<Integer> numbers = PartitionNumbers.read(narrow.get()).orElse(null);
        problem.set(numbers == null ? "Expected " + PartitionNumbers.EXPECTED : "");
        listed.setAll(
                numbers == null
                        ? List.of()
                        : all.stream()
                                .filter(partition -> numbers.contains(partition.partition()))
                                .toList());
    }

    /** Those of the one topic; where none can be chosen, those that something is known of. */
    private List<PartitionId> partitions() {
        int count = table.partitionCountProperty().get();
        return choosable() && count > 0
                ? IntStream.range(0, count)
                        .mapToObj(partition ->
                                new PartitionId(table.subscription().text(), partition))
                        .toList()
                : facts.partitions();
    }

    private boolean hasRecords(PartitionId partition) {
        return fact(partition).hasRecords();
    }

    private ConsumeChoice current() {
        return table.choiceProperty().get();
    }
}
