package dev.surveyor.ui.records.consume;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.service.consume.StartTexts;
import dev.surveyor.ui.parts.ChipMenu;
import dev.surveyor.ui.parts.Controls;
import java.time.Clock;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** The chip that says where to start reading; its menu is made when it is opened. */
final class StartMenu {

    private static final List<Integer> LAST_COUNTS = List.of(10, 100, 1_000, 10_000);

    private final ConsumeViewModel model;
    private final StartQuestions questions;
    private final Clock clock;
    private final MenuButton chip = new ChipMenu("records-start", "", Feather.PLAY);

    StartMenu(ConsumeViewModel model, StartQuestions questions, Clock clock) {
        this.model = model;
        this.questions = questions;
        this.clock = clock;
        chip.setTooltip(new Tooltip("Where to start reading"));
        chip.setOnShowing(event -> fill());
        model.choiceProperty().addListener((source, before, now) -> name());
        fill();
        name();
    }

    MenuButton chip() {
        return chip;
    }

    private void name() {
        chip.setText(StartTexts.words(model.choiceProperty().get().start(), clock));
    }

    private void fill() {
        chip.getItems()
                .setAll(Controls.item(
                        "records-start-new", "New records", () -> choose(new StartPosition.NewRecords())));
        for (int count : LAST_COUNTS) {
            chip.getItems()
                    .add(Controls.item(
                            "records-start-last-" + count,
                            "Last " + Numbers.grouped(count) + " of each partition",
                            () -> choose(new StartPosition.LastRecords(count))));
        }
        chip.getItems()
                .addAll(
                        Controls.item(
                                "records-start-beginning", "Beginning", () -> choose(new StartPosition.Beginning())),
                        Controls.item("records-start-time", "Time…", () -> questions.askTime(this::choose)),
                        Controls.item("records-start-offset", "Offset…", () -> questions.askOffset(this::choose)));
        if (!model.choiceProperty().get().standalone()) {
            chip.getItems()
                    .add(Controls.item(
                            "records-start-committed",
                            "Committed offsets",
                            () -> choose(new StartPosition.Committed())));
        }
    }

    private void choose(StartPosition position) {
        model.choose(model.choiceProperty().get().with(position));
    }
}
