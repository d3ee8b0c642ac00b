package dev.surveyor.ui.seek;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.consume.SeekNote;
import dev.surveyor.domain.consume.SeekRow;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.time.Times;
import dev.surveyor.ui.parts.FilledCell;
import dev.surveyor.ui.parts.StyleFamily;
import dev.surveyor.ui.parts.Uncut;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The cells of the preview. Ids end in the number of the partition. */
final class SeekCells {

    private SeekCells() {}

    private abstract static class Cell extends FilledCell<SeekRow, SeekRow> {
        @Nullable
        PartitionId partition() {
            SeekRow row = getItem();
            return row == null ? null : row.position().partition();
        }
    }

    /** Whether the partition moves. */
    static final class Tick extends Cell {
        private final SeekPartitions partitions;
        private final CheckBox box = new CheckBox();

        Tick(SeekPartitions partitions) {
            this.partitions = partitions;
            box.setOnAction(e -> {
                PartitionId partition = partition();
                if (partition != null) {
                    partitions.tick(partition, box.isSelected());
                }
            });
        }

        @Override
        protected void show(SeekRow row) {
            String name = partitions.nameOf(row.position().partition());
            box.setId("seek-tick-" + name);
            box.setAccessibleText("Move partition " + name);
            box.setSelected(row.ticked());
            setGraphic(box);
        }
    }

    /** The topic, where there are several. */
    static final class Topic extends FilledCell<SeekRow, SeekRow> {
        @Override
        protected void show(SeekRow row) {
            setText(row.position().partition().topic());
            explain(getText());
        }
    }

    /** From where to where. */
    static final class Arrow extends FilledCell<SeekRow, SeekRow> {
        private final FontIcon icon = new FontIcon(Feather.ARROW_RIGHT);

        Arrow() {
            icon.getStyleClass().addAll("small-icon", "muted");
        }

        @Override
        protected void show(SeekRow row) {
            setGraphic(icon);
        }
    }

    /** The offset it goes to; another one can be typed. */
    static final class Target extends Cell {
        private final SeekPartitions partitions;
        private final TextField field = new TextField();
        private String shown = "";

        Target(SeekPartitions partitions) {
            this.partitions = partitions;
            field.getStyleClass().addAll("mono", "number", "seek-target-field");
            field.setOnAction(e -> take());
            field.focusedProperty().addListener((at, old, now) -> {
                if (!now) {
                    take();
                }
            });
        }

        @Override
        protected void show(SeekRow row) {
            String name = partitions.nameOf(row.position().partition());
            field.setId("seek-target-" + name);
            field.setAccessibleText("Target of partition " + name);
            field.setTooltip(new Tooltip("Type an offset for this partition alone; empty to go with the others"));
            field.setDisable(!row.ticked());
            shown = row.target().isPresent() ? Numbers.grouped(row.target().getAsLong()) : "\u2014";
            if (!field.isFocused()) {
                field.setText(shown);
            }
            field.getStyleClass().remove("clamped");
            if (row.note() == SeekNote.CLAMPED_TO_BEGIN || row.note() == SeekNote.CLAMPED_TO_END) {
                field.getStyleClass().add("clamped");
            }
            setGraphic(field);
        }

        private void take() {
            PartitionId partition = partition();
            String typed = field.getText();
            if (partition == null || typed.equals(shown)) {
                return;
            }
            shown = typed;
            if (!partitions.setCustom(partition, typed)) {
                field.requestFocus();
            }
        }
    }

    /** When the record at the target was made. */
    static final class RecordTime extends FilledCell<SeekRow, SeekRow> {
        private final ZoneId zone;

        RecordTime(ZoneId zone) {
            this.zone = zone;
            getStyleClass().addAll("mono", "muted");
        }

        @Override
        protected void show(SeekRow row) {
            Instant time = row.recordTime();
            setText(time == null ? "\u2014" : new Times(zone).dateTime(time));
            explain(time == null ? "" : SeekWords.isoUtc(time));
        }
    }

    /** What is worth saying about the row. */
    static final class Note extends FilledCell<SeekRow, SeekRow> {

        private static final Set<SeekNote> QUIET =
                EnumSet.of(SeekNote.NOT_TICKED, SeekNote.EMPTY_PARTITION, SeekNote.LATER_RECORD);
        private static final StyleFamily TONE = new StyleFamily("warn", "muted");

        private final FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
        private final Label tag = new Label("custom");
        private final Label words = new Label();
        private final HBox box = new HBox(6);

        Note() {
            icon.getStyleClass().addAll("small-icon", "warn");
            tag.getStyleClass().add("custom-tag");
            Uncut.keep(tag);
            words.getStyleClass().addAll("body-12", "medium");
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void show(SeekRow row) {
            SeekNote note = row.note();
            boolean quiet = QUIET.contains(note) && row.position().beyondEnd() == 0;
            words.setText(SeekWords.note(row));
            TONE.wear(words, quiet ? "muted" : "warn");
            explain(words.getText().isEmpty() ? "" : SeekWords.help(row));
            box.getChildren().clear();
            if (row.custom() && row.ticked()) {
                box.getChildren().add(tag);
            }
            if (!words.getText().isEmpty()) {
                if (!quiet) {
                    box.getChildren().add(icon);
                }
                box.getChildren().add(words);
            }
            setGraphic(box);
        }
    }
}
