package dev.surveyor.ui.groups;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.service.group.HandOff;
import dev.surveyor.service.group.RebalanceRow;
import dev.surveyor.ui.parts.FilledCell;
import dev.surveyor.ui.parts.PartitionChip;
import dev.surveyor.ui.parts.StyleFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The cells of the history. */
final class EventCells {

    private EventCells() {}

    /** An offset of each partition, with slashes between them, in the order of the chips. */
    static final class Offsets extends FilledCell<RebalanceRow, RebalanceRow> {
        private final Function<MovedPartition, OptionalLong> which;

        Offsets(Function<MovedPartition, OptionalLong> which, String... styleClasses) {
            this.which = which;
            getStyleClass().addAll(styleClasses);
        }

        @Override
        protected void show(RebalanceRow row) {
            if (row.partitions().stream().allMatch(each -> which.apply(each).isEmpty())) {
                setText("—");
                explain("");
                return;
            }
            setText(row.partitions().stream()
                    .map(each -> text(which.apply(each)))
                    .collect(Collectors.joining("/")));
            explain(row.partitions().stream()
                    .map(each -> each.partition() + ": position " + text(each.position()) + ", committed "
                            + text(each.committed()))
                    .collect(Collectors.joining("\n")));
        }

        private static String text(OptionalLong offset) {
            return offset.isPresent() ? Numbers.grouped(offset.getAsLong()) : "—";
        }
    }

    /** What happened, with an icon in its colour. */
    static final class Kind extends FilledCell<RebalanceRow, RebalanceRow> {
        private final FontIcon icon = new FontIcon(Feather.LOG_IN);
        private static final StyleFamily TONE = new StyleFamily("accent", "ok", "warn", "muted", "danger");

        Kind() {
            getStyleClass().add("group-event-kind");
            icon.getStyleClass().add("small-icon");
            setGraphicTextGap(6);
        }

        @Override
        protected void show(RebalanceRow row) {
            setText(row.kind().toString());
            icon.setIconCode(icon(row.kind()));
            setGraphic(icon);
            TONE.wear(this, tone(row.kind()));
            TONE.wear(icon, tone(row.kind()));
            String reason = row.event() instanceof MemberChanged changed ? changed.reason() : "";
            explain(reason);
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
    static final class Partitions extends FilledCell<RebalanceRow, RebalanceRow> {
        private static final int MOST = 3;
        private final HBox box = new HBox(2);
        private final List<PartitionChip> chips = new ArrayList<>();
        private final Label more = new Label();

        Partitions() {
            box.setAlignment(Pos.CENTER_LEFT);
            more.getStyleClass().add("caption");
        }

        @Override
        protected void show(RebalanceRow row) {
            setText(null);
            if (row.partitions().isEmpty()) {
                setGraphic(null);
                setText("—");
                explain("");
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
            explain(row.partitions().stream()
                    .map(MovedPartition::partition)
                    .map(Object::toString)
                    .collect(Collectors.joining(", ")));
        }
    }

    /** How much is read twice, or nobody reads, in amber where it is anything. */
    static final class Redelivered extends FilledCell<RebalanceRow, RebalanceRow> {
        private static final StyleFamily TONE = new StyleFamily("warn");

        Redelivered() {
            getStyleClass().addAll("mono", "numeric", "group-redelivered");
        }

        @Override
        protected void show(RebalanceRow row) {
            long skipped = row.handOffs().stream().mapToLong(HandOff::skipped).sum();
            long twice = row.redelivered().orElse(0);
            setText(
                    skipped > 0
                            ? "skipped " + Numbers.grouped(skipped)
                            : row.redelivered().isPresent() ? Numbers.grouped(twice) : "—");
            TONE.wear(this, skipped > 0 || twice > 0 ? "warn" : "");
            String ofRow = row.redelivered().isPresent()
                    ? "Processed and not committed when the partitions were given up"
                    : "";
            explain(
                    row.handOffs().isEmpty()
                            ? ofRow
                            : row.handOffs().stream().map(HandOff::text).collect(Collectors.joining("\n")));
        }
    }

    /** Whether the row was seen by asking from time to time. */
    static final class Tag extends FilledCell<RebalanceRow, RebalanceRow> {
        private final Label sampled = new Label("sampled");

        Tag() {
            sampled.getStyleClass().add("group-sampled-tag");
            sampled.setTooltip(new Tooltip("Seen by asking the coordinator: only as exact as the asking"));
        }

        @Override
        protected void show(RebalanceRow row) {
            setGraphic(row.sampled() ? sampled : null);
        }
    }
}
