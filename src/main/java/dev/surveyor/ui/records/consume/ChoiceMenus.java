package dev.surveyor.ui.records.consume;

import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.ui.parts.Numbers;
import dev.surveyor.ui.records.ConsumeChoice;
import dev.surveyor.ui.records.RecordTableViewModel;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The three chips above the table: where to start, as whom, which partitions. Their menus are made when opened. */
final class ChoiceMenus {

    private static final String AS_WHOM = "As whom to read";
    private static final List<Integer> LAST_COUNTS = List.of(10, 100, 1_000, 10_000);

    private final RecordTableViewModel model;
    private final StartQuestions questions;
    private final Clock clock;
    private final MenuButton start = chip("records-start", "Where to start reading");
    private final MenuButton mode = chip("records-mode", AS_WHOM);
    private final MenuButton partitions = chip("records-partitions", "Which partitions to read; where each stands");
    private boolean brief;

    ChoiceMenus(RecordTableViewModel model, StartQuestions questions, Clock clock) {
        this.model = model;
        this.questions = questions;
        this.clock = clock;
        start.setGraphic(new FontIcon(Feather.PLAY));
        start.setOnShowing(event -> fillStart());
        mode.setOnShowing(event -> fillMode());
        partitions.setOnShowing(event -> showPartitions());
        model.choiceProperty().addListener((source, before, now) -> name());
        model.partitionCountProperty().addListener((source, before, now) -> name());
        fillStart();
        fillMode();
        fillPartitions();
        name();
    }

    MenuButton start() {
        return start;
    }

    MenuButton mode() {
        return mode;
    }

    MenuButton partitions() {
        return partitions;
    }

    /** Returns how much wider the chip of the mode is, or would be, with all of its words. */
    double widthOfDetail() {
        ConsumeChoice choice = current();
        return width(choice.modeText()) - width(choice.modeName());
    }

    private double width(String words) {
        Text text = new Text(words);
        text.setFont(mode.getFont());
        return text.getLayoutBounds().getWidth();
    }

    /** Has the chip of the mode say less, as its bar has no room for all; its tooltip has all of it. */
    void brief(boolean wanted) {
        if (brief != wanted) {
            brief = wanted;
            name();
        }
    }

    boolean brief() {
        return brief;
    }

    private void name() {
        ConsumeChoice choice = model.choiceProperty().get();
        start.setText(StartTexts.words(choice.start(), clock));
        mode.setText(brief ? choice.modeName() : choice.modeText());
        mode.getTooltip().setText(AS_WHOM + ": " + choice.modeText());
        mode.setAccessibleText(AS_WHOM + ": " + choice.modeText());
        partitions.setText(choice.partitionsText(model.partitionCountProperty().get()));
    }

    private void fillStart() {
        start.getItems().setAll(item("new", "New records", () -> choose(new StartPosition.NewRecords())));
        for (int count : LAST_COUNTS) {
            start.getItems()
                    .add(item(
                            "last-" + count,
                            "Last " + Numbers.grouped(count) + " of each partition",
                            () -> choose(new StartPosition.LastRecords(count))));
        }
        start.getItems()
                .addAll(
                        item("beginning", "Beginning", () -> choose(new StartPosition.Beginning())),
                        item("time", "Time…", () -> questions.askTime(this::choose)),
                        item("offset", "Offset…", () -> questions.askOffset(this::choose)));
        if (!current().standalone()) {
            start.getItems().add(item("committed", "Committed offsets", () -> choose(new StartPosition.Committed())));
        }
    }

    private void choose(StartPosition position) {
        model.choose(current().with(position));
    }

    private void fillMode() {
        ConsumeChoice choice = current();
        RadioMenuItem alone =
                radio("standalone", "Standalone: no group, never commits", choice.standalone(), this::chooseStandalone);
        RadioMenuItem member = radio(
                "member", "Group member…", !choice.standalone(), () -> questions.askGroup("surveyor", this::join));
        mode.getItems().setAll(alone, member);
        if (choice.mode() instanceof ConsumerMode.GroupMember joined) {
            mode.getItems().add(new SeparatorMenuItem());
            addCommit(joined.settings(), CommitPolicy.AUTO, "Commit automatically");
            addCommit(joined.settings(), CommitPolicy.EACH_BATCH, "Commit after each batch");
            addCommit(joined.settings(), CommitPolicy.OFF, "Never commit");
        }
        mode.getItems().add(new SeparatorMenuItem());
        addIsolation(IsolationLevel.READ_UNCOMMITTED, "All records (read_uncommitted)");
        addIsolation(IsolationLevel.READ_COMMITTED, "Committed transactions only (read_committed)");
    }

    private void chooseStandalone() {
        ConsumeChoice choice = current().with(new ConsumerMode.Standalone());
        boolean needsGroup = choice.start() instanceof StartPosition.Committed;
        model.choose(needsGroup ? choice.with(new StartPosition.NewRecords()) : choice);
    }

    private void join(ConsumerMode member) {
        model.choose(current().with(member).with(new StartPosition.Committed()));
    }

    private void addCommit(MemberSettings settings, CommitPolicy policy, String words) {
        String id = "commit-" + policy.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        mode.getItems().add(radio(id, words, settings.commit() == policy, () -> {
            MemberSettings changed = new MemberSettings(
                    settings.groupId(),
                    settings.clientId(),
                    settings.instanceId(),
                    settings.assignor(),
                    policy,
                    settings.commitOnRevoke(),
                    settings.processingDelay(),
                    settings.autoOffsetReset());
            model.choose(current().with(new ConsumerMode.GroupMember(changed)));
        }));
    }

    private void addIsolation(IsolationLevel level, String words) {
        boolean chosen = current().isolation() == level;
        String id = level.toString().replace('_', '-');
        mode.getItems()
                .add(radio(id, words, chosen, () -> model.choose(current().with(level))));
    }

    private void showPartitions() {
        fillPartitions();
        model.partitionFacts().ask(this::fillFacts);
    }

    private void fillPartitions() {
        ConsumeChoice choice = current();
        partitions.getItems().clear();
        if (!choice.standalone()) {
            MenuItem reason = new MenuItem("The group assigns partitions to its members");
            reason.setDisable(true);
            partitions.getItems().add(reason);
        } else {
            partitions
                    .getItems()
                    .add(item(
                            "all",
                            "All partitions",
                            () -> model.choose(current().with(Set.of()))));
        }
        boolean one = choice.standalone() && !model.subscription().severalTopics();
        for (int i = 0; one && i < model.partitionCountProperty().get(); i++) {
            int partition = i;
            CheckMenuItem box = new CheckMenuItem("Partition " + partition);
            box.setId("records-partition-" + partition);
            box.setUserData(new PartitionId(model.subscription().text(), partition));
            box.setSelected(choice.partitions().contains(partition));
            box.setOnAction(event -> toggle(partition));
            partitions.getItems().add(box);
        }
        fillFacts();
    }

    /** Writes beside each partition what is known of it; where none can be chosen it gets a row of its own. */
    private void fillFacts() {
        for (PartitionId partition : model.partitionFacts().partitions()) {
            String words = model.partitionFacts().words(partition);
            boolean found = false;
            for (MenuItem item : partitions.getItems()) {
                if (partition.equals(item.getUserData())) {
                    String name = item instanceof CheckMenuItem ? "Partition " + partition.partition() : "" + partition;
                    item.setText(name + "   " + words);
                    found = true;
                }
            }
            if (!found && (model.subscription().severalTopics() || !current().standalone())) {
                MenuItem row = new MenuItem(partition + "   " + words);
                row.setMnemonicParsing(false);
                row.setUserData(partition);
                partitions.getItems().add(row);
            }
        }
    }

    private void toggle(int partition) {
        Set<Integer> chosen = new HashSet<>(current().partitions());
        if (!chosen.remove(partition)) {
            chosen.add(partition);
        }
        boolean all = chosen.size() == model.partitionCountProperty().get();
        model.choose(current().with(all ? Set.of() : chosen));
    }

    private ConsumeChoice current() {
        return model.choiceProperty().get();
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setId("records-start-" + id);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static RadioMenuItem radio(String id, String words, boolean chosen, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setMnemonicParsing(false);
        item.setId("records-mode-" + id);
        item.setSelected(chosen);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static MenuButton chip(String id, String words) {
        MenuButton chip = new MenuButton();
        chip.setId(id);
        chip.getStyleClass().add("chip-button");
        chip.setTooltip(new Tooltip(words));
        chip.setMinWidth(MenuButton.USE_PREF_SIZE);
        return chip;
    }
}
