package dev.surveyor.ui.producer;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.time.Times;
import dev.surveyor.ui.fx.ColumnRoom;
import dev.surveyor.ui.parts.PartitionChip;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.parts.ZoneTimes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table of sends. A cell observes the delivery of its row, so that a state changes in place. */
final class DeliveryTable {

    private DeliveryTable() {}

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
        TableColumn<DeliveryRow, Delivery> time = text("Time", 106, false, row -> new Times(zone.getValue())
                .time(row.delivery().sentAt()));
        table.getColumns()
                .addAll(List.of(
                        text("Send", 64, true, row -> "#" + Numbers.grouped(row.number())),
                        time,
                        with("State", 104, StateCell::new),
                        with("P", 40, PartitionCell::new),
                        result(),
                        text("Ack time", 88, true, row -> took(row.delivery())),
                        text(
                                "Size",
                                64,
                                true,
                                row -> Sizes.text(row.delivery().record().sizeInBytes())),
                        text("Tag", 72, false, row -> tag(row.delivery())),
                        with("", 136, () -> new ActionCell(model))));
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

    private static TableColumn<DeliveryRow, Delivery> column(String title, double width) {
        TableColumn<DeliveryRow, Delivery> column = new TableColumn<>(title);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> row.getValue().deliveryProperty());
        return column;
    }

    private static TableColumn<DeliveryRow, Delivery> text(
            String title, double width, boolean number, Function<DeliveryRow, String> words) {
        TableColumn<DeliveryRow, Delivery> column = column(title, width);
        if (number) {
            column.getStyleClass().add("numeric");
        }
        column.setCellFactory(ignored -> new TextCell(words, number));
        return column;
    }

    private static TableColumn<DeliveryRow, Delivery> result() {
        TableColumn<DeliveryRow, Delivery> column = text("Result", 100, false, DeliveryRow::result);
        column.setPrefWidth(300);
        column.setMaxWidth(Double.MAX_VALUE);
        column.setCellFactory(ignored -> new ResultCell());
        return column;
    }

    private static TableColumn<DeliveryRow, Delivery> with(
            String title, double width, java.util.function.Supplier<RowCell> cells) {
        TableColumn<DeliveryRow, Delivery> column = column(title, width);
        column.setCellFactory(ignored -> cells.get());
        return column;
    }

    private abstract static class RowCell extends TableCell<DeliveryRow, Delivery> {
        @Override
        protected void updateItem(@Nullable Delivery delivery, boolean empty) {
            super.updateItem(delivery, empty);
            DeliveryRow row = getTableRow() == null ? null : getTableRow().getItem();
            if (empty || delivery == null || row == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            show(row);
        }

        abstract void show(DeliveryRow row);
    }

    private static class TextCell extends RowCell {
        private final Function<DeliveryRow, String> words;

        TextCell(Function<DeliveryRow, String> words, boolean number) {
            this.words = words;
            getStyleClass().add("mono");
            if (number) {
                getStyleClass().add("numeric");
            }
        }

        @Override
        void show(DeliveryRow row) {
            setText(words.apply(row));
        }
    }

    private static final class ResultCell extends TextCell {
        ResultCell() {
            super(DeliveryRow::result, false);
        }

        @Override
        void show(DeliveryRow row) {
            super.show(row);
            setTooltip(new Tooltip(row.result()));
            getStyleClass().removeAll("failed");
            if (row.state() == DeliveryRow.State.FAILED) {
                getStyleClass().add("failed");
            }
        }
    }

    private static final class StateCell extends RowCell {
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
            icon.getStyleClass().removeAll("muted", "accent", "ok", "warn", "danger");
            icon.getStyleClass().add(kind);
            getStyleClass().removeAll("state-muted", "state-accent", "state-ok", "state-warn", "state-danger");
            getStyleClass().add("state-" + kind);
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

    /** What can be done about a row; ids end in the number of the send. */
    private static final class ActionCell extends RowCell {
        private final ProducerViewModel model;
        private final HBox box = new HBox(12);

        ActionCell(ProducerViewModel model) {
            this.model = model;
            box.setAlignment(Pos.CENTER_RIGHT);
            getStyleClass().add("actions");
        }

        @Override
        void show(DeliveryRow row) {
            if (row.shownPlace() != null) {
                box.getChildren()
                        .setAll(link("producer-show-" + row.number(), "Show in table", () -> model.showInTable(row)));
            } else if (row.failure() != null) {
                box.getChildren()
                        .setAll(
                                link("producer-why-" + row.number(), "Why?", () -> model.why(row)),
                                link("producer-retry-" + row.number(), "Retry", () -> model.retry(row)),
                                link("producer-edit-" + row.number(), "Edit", () -> model.edit(row)));
            } else {
                box.getChildren().clear();
            }
            setGraphic(box);
        }

        private static Hyperlink link(String id, String words, Runnable action) {
            Hyperlink link = new Hyperlink(words);
            link.setId(id);
            Uncut.keep(link);
            link.setOnAction(e -> action.run());
            return link;
        }
    }
}
