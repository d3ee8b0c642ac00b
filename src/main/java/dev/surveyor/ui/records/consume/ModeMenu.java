package dev.surveyor.ui.records.consume;

import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.service.consume.CommitWords;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.ui.parts.ChipMenu;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** The chip that says as whom to read; its menu is made when it is opened. */
final class ModeMenu {

    private static final String AS_WHOM = "As whom to read";

    private final ConsumeViewModel model;
    private final StartQuestions questions;
    private final JoinQuestion joining;
    private final MenuButton chip = new ChipMenu("records-mode", "", null);
    private boolean brief;

    ModeMenu(ConsumeViewModel model, StartQuestions questions, JoinQuestion joining) {
        this.model = model;
        this.questions = questions;
        this.joining = joining;
        chip.setTooltip(new Tooltip(AS_WHOM));
        chip.setOnShowing(event -> fill());
        model.choiceProperty().addListener((source, before, now) -> name());
        fill();
        name();
    }

    MenuButton chip() {
        return chip;
    }

    /** Returns how much wider the chip is, or would be, with all of its words. */
    double widthOfDetail() {
        ConsumeChoice choice = current();
        return width(choice.modeText()) - width(choice.modeName());
    }

    private double width(String words) {
        Text text = new Text(words);
        text.setFont(chip.getFont());
        return text.getLayoutBounds().getWidth();
    }

    /** Has the chip say less, as its bar has no room for all; its tooltip has all of it. */
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
        ConsumeChoice choice = current();
        chip.setText(brief ? choice.modeName() : choice.modeText());
        chip.getTooltip().setText(AS_WHOM + ": " + choice.modeText());
        chip.setAccessibleText(AS_WHOM + ": " + choice.modeText());
    }

    private void fill() {
        ConsumeChoice choice = current();
        RadioMenuItem alone = radio(
                "standalone",
                "Standalone: no group, " + CommitWords.of(CommitPolicy.OFF).practice(),
                choice.standalone(),
                this::chooseStandalone);
        RadioMenuItem member = radio(
                "member",
                "Group member…",
                !choice.standalone(),
                () -> questions.askGroup(
                        model.title(),
                        model.consumer().stateProperty().get().running(),
                        settings -> joining.ask(settings, this::join)));
        chip.getItems().setAll(alone, member);
        if (choice.mode() instanceof ConsumerMode.GroupMember joined) {
            chip.getItems().add(new SeparatorMenuItem());
            CommitWords.CHOICES.forEach(policy -> addCommit(joined.settings(), policy));
        }
        chip.getItems().add(new SeparatorMenuItem());
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

    private void addCommit(MemberSettings settings, CommitPolicy policy) {
        String id = "commit-" + policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
        chip.getItems().add(radio(id, CommitWords.of(policy).order(), settings.commit() == policy, () -> {
            model.choose(current().with(new ConsumerMode.GroupMember(settings.with(policy))));
        }));
    }

    private void addIsolation(IsolationLevel level, String words) {
        boolean chosen = current().isolation() == level;
        String id = level.toString().replace('_', '-');
        chip.getItems()
                .add(radio(id, words, chosen, () -> model.choose(current().with(level))));
    }

    private ConsumeChoice current() {
        return model.choiceProperty().get();
    }

    private static RadioMenuItem radio(String id, String words, boolean chosen, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setMnemonicParsing(false);
        item.setId("records-mode-" + id);
        item.setSelected(chosen);
        item.setOnAction(event -> action.run());
        return item;
    }
}
