package dev.surveyor.ui.records.consume;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.service.consume.StartTexts;
import dev.surveyor.ui.parts.ChipMenu;
import dev.surveyor.ui.records.RecordTableViewModel;
import java.time.Clock;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** The chip that says where to start reading; its menu is made when it is opened. */
final class StartMenu {

    private static final List<Integer> LAST_COUNTS = List.of(10, 100, 1_000, 10_000);

    private final RecordTableViewModel model;
    private final StartQuestions questions;
    private final Clock clock;
    private final MenuButton chip = new ChipMenu("records-start", "", Feather.PLAY);

    StartMenu(RecordTableViewModel model, StartQuestions questions, Clock clock) {
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
        chip.getItems().setAll(item("new", "New records", () -> choose(new StartPosition.NewRecords())));
        for (int count : LAST_COUNTS) {
            chip.getItems()
                    .add(item(
                            "last-" + count,
                            "Last " + Numbers.grouped(count) + " of each partition",
                            () -> choose(new StartPosition.LastRecords(count))));
        }
        chip.getItems()
                .addAll(
                        item("beginning", "Beginning", () -> choose(new StartPosition.Beginning())),
                        item("time", "Time…", () -> questions.askTime(this::choose)),
                        item("offset", "Offset…", () -> questions.askOffset(this::choose)));
        if (!model.choiceProperty().get().standalone()) {
            chip.getItems().add(item("committed", "Committed offsets", () -> choose(new StartPosition.Committed())));
        }
    }

    private void choose(StartPosition position) {
        model.choose(model.choiceProperty().get().with(position));
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setId("records-start-" + id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
