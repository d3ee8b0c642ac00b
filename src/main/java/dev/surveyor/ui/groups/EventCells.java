package dev.surveyor.ui.groups;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.service.group.HandOff;
import dev.surveyor.service.group.RebalanceRow;
import dev.surveyor.ui.parts.PartitionChip;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The cells of the history. */
final class EventCells {

    private EventCells() {}

    /** Plain text. */
    static final class Text extends TableCell<RebalanceRow, RebalanceRow> {
        private final Function<RebalanceRow, String> text;

        Text(Function<RebalanceRow, String> text, String... styleClasses) {
            this.text = text;
            getStyleClass().addAll(styleClasses);
        }

        @Override
        protected void updateItem(RebalanceRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : text.apply(row));
        }
    }

    /** An offset of each partition, with slashes between them, in the order of the chips. */
    static final class Offsets extends TableCell<RebalanceRow, RebalanceRow> {
        private final Function<MovedPartition, OptionalLong> which;

        Offsets(Function<MovedPartition, OptionalLong> which, String... styleClasses) {
            this.which = which;
            getStyleClass().addAll(styleClasses);
        }

        @Override
        protected void updateItem(RebalanceRow row, boolean empty) {
            super.updateItem(row, empty);
            setTooltip(null);
            if (empty || row == null) {
                setText(null);
                return;
            }
            if (row.partitions().stream().allMatch(each -> which.apply(each).isEmpty())) {
                setText("—");
                return;
            }
            setText(row.partitions().stream()
                    .map(each -> text(which.apply(each)))
                    .collect(Collectors.joining("/")));
            setTooltip(new Tooltip(row.partitions().stream()
                    .map(each -> each.partition() + ": position " + text(each.position()) + ", committed "
                            + text(each.committed()))
                    .collect(Collectors.joining("\n"))));
        }

        private static String text(OptionalLong offset) {
            return offset.isPresent() ? Numbers.grouped(offset.getAsLong()) : "—";
        }
    }

    /** What happened, with an icon in its colour. */
    static final class Kind extends TableCell<RebalanceRow, RebalanceRow> {
        private final FontIcon icon = new FontIcon(Feather.LOG_IN);
        private String tone = "";

        Kind() {
            getStyleClass().add("group-event-kind");
            icon.getStyleClass().add("small-icon");
            setGraphicTextGap(6);
        }

        @Override
        protected void updateItem(RebalanceRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(row.kind().toString());
            icon.setIconCode(icon(row.kind()));
            setGraphic(icon);
            String now = tone(row.kind());
            if (!now.equals(tone)) {
                getStyleClass().remove(tone);
                icon.getStyleClass().remove(tone);
                getStyleClass().add(now);
                icon.getStyleClass().add(now);
                tone = now;
            }
            String reason = row.event() instanceof MemberChanged changed ? changed.reason() : "";
            setTooltip(reason.isEmpty() ? null : new Tooltip(reason));
        }

        private static Feather icon(RebalanceRow.Kind kind) {
            return switch (kind) {
                case ASSIGNED -> Feather.LOG_IN;
                case JOINED -> Feather.USER_PLUS;
                case REVOKED -> Feather.LOG_OUT;
                case LEFT, SEAT_KEPT -> Feather.USER_MINUS;
                case LOST, VANISHED, SESSION_RAN_OUT, POLLED_TOO_LATE, FENCED -> Feather.X;
                case COMMIT_FAILED -> Feather.ALERT_TRIANGLE;
            };
        }

        private static String tone(RebalanceRow.Kind kind) {
            return switch (kind) {
                case ASSIGNED -> "accent";
                case JOINED -> "ok";
                case REVOKED, SEAT_KEPT -> "warn";
                case LEFT -> "muted";
                case LOST, VANISHED, SESSION_RAN_OUT, POLLED_TOO_LATE, FENCED, COMMIT_FAILED -> "danger";
            };
        }
    }

    /** The partitions as chips. */
    static final class Partitions extends TableCell<RebalanceRow, RebalanceRow> {
        private static final int MOST = 3;
        private final HBox box = new HBox(2);
        private final List<PartitionChip> chips = new ArrayList<>();
        private final Label more = new Label();

        Partitions() {
            box.setAlignment(Pos.CENTER_LEFT);
            more.getStyleClass().addAll("caption");
        }

        @Override
        protected void updateItem(RebalanceRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            if (row.partitions().isEmpty()) {
                setGraphic(null);
                setText("—");
                setTooltip(null);
                return;
            }
            int shown = Math.min(MOST, row.partitions().size());
            while (chips.size() < shown) {
                chips.add(new PartitionChip(0));
            }
            for (int i = 0; i < shown; i++) {
                chips.get(i).setPartition(row.partitions().get(i).partition().partition());
            }
            box.getChildren().setAll(chips.subList(0, shown));
            if (row.partitions().size() > shown) {
                more.setText("+" + (row.partitions().size() - shown));
                box.getChildren().add(more);
            }
            setGraphic(box);
            setTooltip(new Tooltip(row.partitions().stream()
                    .map(MovedPartition::partition)
                    .map(Object::toString)
                    .collect(Collectors.joining(", "))));
        }
    }

    /** How much is read twice, or nobody reads, in amber where it is anything. */
    static final class Redelivered extends TableCell<RebalanceRow, RebalanceRow> {
        private String tone = "";

        Redelivered() {
            getStyleClass().addAll("mono", "numeric", "group-redelivered");
        }

        @Override
        protected void updateItem(RebalanceRow row, boolean empty) {
            super.updateItem(row, empty);
            setTooltip(null);
            if (empty || row == null) {
                setText(null);
                return;
            }
            long skipped = row.handOffs().stream().mapToLong(HandOff::skipped).sum();
            long twice = row.redelivered().orElse(0);
            setText(
                    skipped > 0
                            ? "skipped " + Numbers.grouped(skipped)
                            : row.redelivered().isPresent() ? Numbers.grouped(twice) : "—");
            String now = skipped > 0 || twice > 0 ? "warn" : "";
            getStyleClass().remove(tone);
            if (!now.isEmpty()) {
                getStyleClass().add(now);
            }
            tone = now;
            if (!row.handOffs().isEmpty()) {
                setTooltip(
                        new Tooltip(row.handOffs().stream().map(HandOff::text).collect(Collectors.joining("\n"))));
            } else if (row.redelivered().isPresent()) {
                setTooltip(new Tooltip("Processed and not committed when the partitions were given up"));
            }
        }
    }

    /** Whether the row was seen by asking from time to time. */
    static final class Tag extends TableCell<RebalanceRow, RebalanceRow> {
        private final Label sampled = new Label("sampled");

        Tag() {
            sampled.getStyleClass().add("group-sampled-tag");
            sampled.setTooltip(new Tooltip("Seen by asking the coordinator: only as exact as the asking"));
        }

        @Override
        protected void updateItem(RebalanceRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null || !row.sampled() ? null : sampled);
        }
    }
}
