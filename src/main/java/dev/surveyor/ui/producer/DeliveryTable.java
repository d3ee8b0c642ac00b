package dev.surveyor.ui.producer;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.time.Times;
import dev.surveyor.ui.fx.ColumnRoom;
import dev.surveyor.ui.parts.Columns;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.FilledCell;
import dev.surveyor.ui.parts.PartitionChip;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyleFamily;
import dev.surveyor.ui.parts.TextCell;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.parts.ZoneTimes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table of sends. A cell observes the delivery of its row, so that a state changes in place. */
final class DeliveryTable {

    private final Columns<DeliveryRow> columns;

    private DeliveryTable(Columns<DeliveryRow> columns) {
        this.columns = columns;
    }

    static TableView<DeliveryRow> make(ProducerViewModel model, ObservableValue<ZoneId> zone) {
        TableView<DeliveryRow> table = new TableView<>();
        table.setId("producer-deliveries");
        table.getStyleClass().add("delivery-table");
        table.setFixedCellSize(22);
        table.setItems(model.deliveries().shown());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = new Label("No sends yet. Fill in the form and press Send.");
        none.getStyleClass().addAll("body-12", "muted");
        table.setPlaceholder(none);
        DeliveryTable columns = new DeliveryTable(Columns.fixed(table));
        columns.text("Send", 64, row -> "#" + Numbers.grouped(row.number()), "numeric");
        TableColumn<DeliveryRow, Delivery> time = columns.text("Time", 106, row -> new Times(zone.getValue())
                .time(row.delivery().sentAt()));
        columns.add("State", 104, StateCell::new);
        columns.add("P", 40, PartitionCell::new);
        TableColumn<DeliveryRow, Delivery> result = columns.add("Result", 100, ResultCell::new);
        result.setPrefWidth(300);
        result.setMaxWidth(Double.MAX_VALUE);
        columns.text("Ack time", 88, row -> took(row.delivery()), "numeric");
        columns.text("Size", 64, row -> Sizes.text(row.delivery().record().sizeInBytes()), "numeric");
        columns.text("Tag", 72, row -> tag(row.delivery()));
        columns.add("", 136, () -> new ActionCell(model));
        ColumnRoom.keep(time, Times.USUAL::length);
        ZoneTimes.follow(table, zone, times -> {
            time.setText("Time (" + times.place() + ")");
            table.refresh();
        });
        return table;
    }

    /** Leaves out the columns that a narrow window has no room for. */
    static void setNarrow(TableView<DeliveryRow> table, boolean narrow) {
        table.getColumns().forEach(column -> {
            boolean spare = column.getText().equals("Size") || column.getText().equals("Tag");
            column.setVisible(!narrow || !spare);
        });
    }

    private static String took(Delivery delivery) {
        boolean answered = DeliveryRow.stateOf(delivery) != DeliveryRow.State.UNANSWERED;
        Duration took = DeliveryRow.took(delivery);
        return took == null || !answered ? "\u2014" : DeliveryList.millis(took.toNanos());
    }

    private static String tag(Delivery delivery) {
        String tag = delivery.record().opaque();
        return tag == null ? "" : tag;
    }

    private TableColumn<DeliveryRow, Delivery> text(
            String title, double width, Function<DeliveryRow, String> words, String... styleClasses) {
        return add(title, width, () -> new TextCell(words), styleClasses);
    }

    private TableColumn<DeliveryRow, Delivery> add(
            String title, double width, Supplier<RowCell> cells, String... styleClasses) {
        TableColumn<DeliveryRow, Delivery> column =
                columns.observed(title, width, DeliveryRow::deliveryProperty, cells, styleClasses);
        Columns.exactly(column, width);
        return column;
    }

    private abstract static class RowCell extends FilledCell<DeliveryRow, Delivery> {
        @Override
        protected final void show(Delivery delivery) {
            DeliveryRow row = getTableRow() == null ? null : getTableRow().getItem();
            if (row != null) {
                show(row);
            }
        }

        abstract void show(DeliveryRow row);
    }

    private static class TextCell extends RowCell {
        private final Function<DeliveryRow, String> words;

        TextCell(Function<DeliveryRow, String> words) {
            this.words = words;
            getStyleClass().add("mono");
        }

        @Override
        void show(DeliveryRow row) {
            setText(words.apply(row));
        }
    }

    private static final class ResultCell extends TextCell {
        private static final StyleFamily LOOK = new StyleFamily("failed");

        ResultCell() {
            super(DeliveryRow::result);
        }

        @Override
        void show(DeliveryRow row) {
            super.show(row);
            explain(row.result());
            LOOK.wear(this, row.state() == DeliveryRow.State.FAILED ? "failed" : "");
        }
    }

    private static final class StateCell extends RowCell {
        private static final StyleFamily ICON = new StyleFamily("muted", "accent", "ok", "warn", "danger");
        private static final StyleFamily CELL =
                new StyleFamily("state-muted", "state-accent", "state-ok", "state-warn", "state-danger");

        private final FontIcon icon = new FontIcon(Feather.CLOCK);

        StateCell() {
            icon.getStyleClass().add("small-icon");
            getStyleClass().add("state");
        }

        @Override
        void show(DeliveryRow row) {
            DeliveryRow.State state = row.state();
            String kind =
                    switch (state) {
                        case QUEUED -> "muted";
                        case IN_FLIGHT -> "accent";
                        case ACKED -> "ok";
                        case UNANSWERED -> "warn";
                        case FAILED -> "danger";
                    };
            icon.setIconCode(
                    switch (state) {
                        case QUEUED -> Feather.CLOCK;
                        case IN_FLIGHT -> Feather.LOADER;
                        case ACKED -> Feather.CHECK;
                        case UNANSWERED -> Feather.ARROW_UP_RIGHT;
                        case FAILED -> Feather.X;
                    });
            ICON.wear(icon, kind);
            CELL.wear(this, "state-" + kind);
            setText(state.toString());
            setGraphic(icon);
        }
    }

    private static final class PartitionCell extends RowCell {
        private final PartitionChip chip = new PartitionChip(0);

        @Override
        void show(DeliveryRow row) {
            int partition = row.partition();
            setText(partition < 0 ? "\u2014" : null);
            setGraphic(partition < 0 ? null : chip);
            if (partition >= 0) {
                chip.setPartition(partition);
            }
        }
    }

    /** What can be done about its row; ids end in the number of the send. */
    private static final class ActionCell extends RowCell {
        private final Hyperlink show;
        private final Hyperlink why;
        private final Hyperlink retry;
        private final Hyperlink edit;
        private final HBox box;

        ActionCell(ProducerViewModel model) {
            show = link("Show in table", model::showInTable);
            why = link("Why?", model::why);
            retry = link("Retry", model::retry);
            edit = link("Edit", model::edit);
            box = new HBox(12, show, why, retry, edit);
            box.setAlignment(Pos.CENTER_RIGHT);
            getStyleClass().add("actions");
        }

        @Override
        void show(DeliveryRow row) {
            boolean placed = row.shownPlace() != null;
            boolean failed = !placed && row.failure() != null;
            offer(show, placed, "producer-show-" + row.number());
            offer(why, failed, "producer-why-" + row.number());
            offer(retry, failed, "producer-retry-" + row.number());
            offer(edit, failed, "producer-edit-" + row.number());
            setGraphic(box);
        }

        private static void offer(Hyperlink link, boolean offered, String id) {
            link.setId(offered ? id : null);
            Shown.set(link, offered);
        }

        private Hyperlink link(String words, Consumer<DeliveryRow> action) {
            Hyperlink link =
                    Controls.dataLink(words, () -> action.accept(getTableRow().getItem()));
            Uncut.keep(link);
            return link;
        }
    }
}
