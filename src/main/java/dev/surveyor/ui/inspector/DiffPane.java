package dev.surveyor.ui.inspector;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.diff.Comparison;
import dev.surveyor.codec.diff.Difference;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.time.TimeDistance;
import dev.surveyor.service.failure.Faults;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.parts.Uncut;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the value of the record differs from an older one: what was removed, what was added, where. */
final class DiffPane extends VBox {

    private static final double LINE_HEIGHT = 20;

    private final InspectorTools tools;
    private final Label against = new Label();
    private final Label result = new Label();
    private final ListView<Difference> lines = new ListView<>();
    private final LatestWork comparing;

    /** Finds the record to compare with; for any thread. */
    @FunctionalInterface
    interface OtherRecord {

        /** Returns it with the words that say which one it is, or null where there is none. */
        @Nullable
        Other find();
    }

    /**
     * The record to compare with.
     *
     * @param words what it is: {@code the previous record of this key}
     */
    record Other(ConsumedRecord record, String words) {}

    DiffPane(InspectorTools tools) {
        this.tools = tools;
        this.comparing = new LatestWork(tools.background(), tools.ui());
        getStyleClass().add("diff-pane");
        against.setId("inspector-diff-against");
        against.getStyleClass().add("diff-against");
        against.setWrapText(true);
        result.setId("inspector-diff-result");
        result.getStyleClass().add("caption");
        result.setWrapText(true);
        VBox head = new VBox(2, against, result);
        head.setMinHeight(Region.USE_PREF_SIZE);
        against.setMinHeight(Region.USE_PREF_SIZE);
        result.setMinHeight(Region.USE_PREF_SIZE);
        head.getStyleClass().add("diff-head");
        lines.setId("inspector-diff");
        lines.setAccessibleText("Differences");
        lines.getStyleClass().addAll("lines-view", "diff-lines");
        lines.setFixedCellSize(LINE_HEIGHT);
        lines.setCellFactory(list -> new Line());
        lines.setPlaceholder(new Label(""));
        lines.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Difference now = lines.getSelectionModel().getSelectedItem();
            if (event.isShortcutDown() && event.getCode() == KeyCode.C && now != null) {
                tools.clipboards().copy(now.text());
                event.consume();
            }
        });
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(head, lines);
    }

    /** Shows nothing, and gives up what is being compared. */
    void clear() {
        comparing.cancel();
        show("", "");
    }

    /** Shows nothing but why there is no comparison. */
    void fail(Throwable thrown) {
        comparing.cancel();
        show(Faults.sentence("The record cannot be compared", thrown), "Select two records to compare them.");
    }

    private void show(String head, String below) {
        lines.setItems(FXCollections.emptyObservableList());
        against.setText(head);
        result.setText(below);
    }

    /** Compares the record with another one, which is looked for off the JavaFX thread. */
    void show(ConsumedRecord record, OtherRecord other) {
        show("Looking for the record to compare with…", "");
        comparing.start(
                givenUp -> {
                    Other found = other.find();
                    return new Compared(found, found == null ? null : compare(found.record, record));
                },
                compared -> draw(record, compared.other, compared.comparison),
                this::fail);
    }

    private record Compared(@Nullable Other other, @Nullable Comparison comparison) {}

    private Comparison compare(ConsumedRecord other, ConsumedRecord record) {
        return Comparison.of(
                tools.decoding().reader().text(other, RecordPart.VALUE),
                tools.decoding().reader().text(record, RecordPart.VALUE));
    }

    private void draw(ConsumedRecord record, @Nullable Other other, @Nullable Comparison comparison) {
        if (other == null || comparison == null) {
            against.setText(
                    record.keyLength() < 0
                            ? "This record has no key, so there is no previous record of its key. Select two records"
                                    + " to compare them."
                            : "No earlier record of this key in the buffer. Select two records to compare them.");
            result.setText("");
            return;
        }
        String when = TimeDistance.between(record, other.record).wordsOfOther();
        against.setText("Compared with " + other.record.reference() + ", " + other.words + ", " + when);
        result.setText(words(comparison));
        lines.setItems(FXCollections.observableList(comparison.differences()));
    }

    private static String words(Comparison comparison) {
        if (comparison.sameBytes()) {
            return "The values are the same, byte by byte.";
        }
        long added = count(comparison, Difference.Kind.ADDED);
        long removed = count(comparison, Difference.Kind.REMOVED);
        String way =
                switch (comparison.way()) {
                    case PATHS -> "by path";
                    case LINES -> "by line";
                    case BYTES -> "16 bytes at a time, at the same offsets";
                    case PRESENCE -> "as a whole";
                };
        String most = comparison.complete() ? "" : " Not all was compared: the values are too large or too different.";
        return added + removed == 0
                ? "Nothing differs " + way + ", though the bytes do: white space, escapes or the order of fields."
                        + most
                : Numbers.grouped(removed) + " removed, " + Numbers.grouped(added) + " added, " + way + "." + most;
    }

    private static long count(Comparison comparison, Difference.Kind kind) {
        return comparison.differences().stream()
                .filter(difference -> difference.kind() == kind)
                .count();
    }

    private static final class Line extends ListCell<Difference> {
        private final Label sign = new Label();
        private final Label place = new Label();
        private final Label text = new Label();
        private final HBox line = new HBox(6, sign, place, text);

        Line() {
            sign.getStyleClass().add("diff-sign");
            place.getStyleClass().add("diff-place");
            Uncut.keep(place);
            text.getStyleClass().add("diff-text");
        }

        @Override
        protected void updateItem(@Nullable Difference difference, boolean empty) {
            super.updateItem(difference, empty);
            getStyleClass().removeAll("diff-added", "diff-removed", "diff-skipped");
            if (empty || difference == null) {
                setGraphic(null);
                return;
            }
            switch (difference.kind()) {
                case ADDED -> getStyleClass().add("diff-added");
                case REMOVED -> getStyleClass().add("diff-removed");
                case SKIPPED -> getStyleClass().add("diff-skipped");
                case SAME -> {}
            }
            sign.setText(
                    switch (difference.kind()) {
                        case ADDED -> "+";
                        case REMOVED -> "−";
                        case SAME -> " ";
                        case SKIPPED -> "⋯";
                    });
            place.setText(difference.place());
            text.setText(difference.text());
            setGraphic(line);
        }
    }
}
