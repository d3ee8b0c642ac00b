package dev.surveyor.ui.topics;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.cluster.BrokerInfo;
import dev.surveyor.domain.cluster.ConfigEntry;
import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.service.cluster.ConfigUnits;
import dev.surveyor.service.group.GroupLags;
import dev.surveyor.service.group.TopicGroupRow;
import dev.surveyor.ui.parts.PartitionChip;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The tables on the pages of a topic and of the brokers. What is not known reads as a dash, never as 0. */
final class TopicTables {

    private static final double ROW_HEIGHT = 26;

    private TopicTables() {}

    static TableView<PartitionDetail> partitions() {
        TableView<PartitionDetail> table = table("topic-partitions-table");
        TableColumn<PartitionDetail, PartitionDetail> number = new TableColumn<>("P");
        number.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        number.setCellFactory(column -> new ChipCell());
        number.setPrefWidth(44);
        number.setSortable(false);
        table.getColumns().add(number);
        add(
                table,
                "Leader",
                72,
                false,
                row -> row.leader().isPresent() ? String.valueOf(row.leader().getAsInt()) : "none");
        add(table, "Replicas", 88, false, row -> ids(row.replicas()));
        add(table, "In-sync replicas", 108, false, row -> ids(row.inSyncReplicas()));
        add(table, "Begin offset", 92, true, row -> offset(row.beginOffset()));
        add(table, "End offset", 92, true, row -> offset(row.endOffset()));
        explain(
                add(table, "Last stable", 92, true, row -> offset(row.lastStableOffset())),
                "Last stable offset: a consumer of committed records reads up to here. It stands below the end while a"
                        + " transaction is open.");
        explain(
                add(table, "Records ≈", 92, true, row -> offset(records(row))),
                "End offset minus begin offset. Fewer can be read where the topic is compacted, or where transactions"
                        + " left markers.");
        TableColumn<PartitionDetail, String> note = add(table, "Note", 200, false, TopicTables::note);
        note.getStyleClass().remove("mono");
        note.setVisible(false);
        table.getItems().addListener((ListChangeListener<PartitionDetail>)
                change -> note.setVisible(table.getItems().stream().anyMatch(row -> row.trouble() != null)));
        return table;
    }

    static TableView<ConfigEntry> config() {
        TableView<ConfigEntry> table = table("topic-config-table");
        add(table, "Name", 280, false, ConfigEntry::name);
        TableColumn<ConfigEntry, String> value = add(table, "Value", 320, false, TopicTables::valueOf);
        value.setCellFactory(column -> new ConfigValueCell());
        add(table, "Set by", 180, false, TopicTables::setBy);
        return table;
    }

    static TableView<TopicGroupRow> groups() {
        TableView<TopicGroupRow> table = table("topic-groups-table");
        add(table, "Group", 184, false, TopicGroupRow::id);
        add(table, "Type", 84, false, TopicGroupRow::type);
        add(table, "State", 96, false, TopicGroupRow::state);
        add(table, "Members here", 116, true, row -> row.known() ? Numbers.grouped(row.members()) : "—");
        add(table, "Committed", 92, true, row -> row.known() ? Numbers.grouped(row.committed()) : "—");
        explain(
                add(table, "Lag", 124, true, row -> GroupLags.text(row.lag())),
                "Records between the committed offsets and the ends of this topic's partitions; for a share group those"
                        + " that the brokers count. \u2265: not all partitions could be counted.");
        add(table, "Note", 160, false, TopicGroupRow::note);
        return table;
    }

    static TableView<BrokerInfo> brokers() {
        TableView<BrokerInfo> table = table("brokers-table");
        add(table, "Id", 64, true, row -> String.valueOf(row.id()));
        add(table, "Host", 220, false, BrokerInfo::host);
        add(table, "Port", 72, true, row -> String.valueOf(row.port()));
        add(table, "Rack", 120, false, row -> row.rack() == null ? "none" : row.rack());
        TableColumn<BrokerInfo, String> role =
                add(table, "Role", 96, false, row -> row.controller() ? "controller" : "");
        role.setCellFactory(column -> new RoleCell());
        add(table, "Address", 240, false, BrokerInfo::toString);
        return table;
    }

    static OptionalLong records(PartitionDetail row) {
        return row.endOffset().isPresent() && row.beginOffset().isPresent()
                ? OptionalLong.of(
                        row.endOffset().getAsLong() - row.beginOffset().getAsLong())
                : OptionalLong.empty();
    }

    private static String note(PartitionDetail row) {
        PartitionTrouble trouble = row.trouble();
        return trouble == null ? "" : trouble.reason();
    }

    private static String valueOf(ConfigEntry entry) {
        String value = entry.value();
        return value == null ? "hidden by the broker" : ConfigUnits.text(entry.name(), value);
    }

    private static String setBy(ConfigEntry entry) {
        return entry.isDefault()
                ? "default"
                : switch (entry.source()) {
                    case "DYNAMIC_TOPIC_CONFIG" -> "this topic";
                    case "DYNAMIC_BROKER_CONFIG" -> "broker, at run time";
                    case "DYNAMIC_DEFAULT_BROKER_CONFIG" -> "all brokers, at run time";
                    case "STATIC_BROKER_CONFIG" -> "broker's file";
                    default -> entry.source();
                };
    }

    private static String offset(OptionalLong offset) {
        return offset.isPresent() ? Numbers.grouped(offset.getAsLong()) : "—";
    }

    private static String ids(List<Integer> ids) {
        return ids.isEmpty() ? "none" : ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static <T> TableView<T> table(String id) {
        TableView<T> table = new TableView<>();
        table.setId(id);
        table.setFixedCellSize(ROW_HEIGHT);
        table.setPlaceholder(new Label("Not read yet"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        return table;
    }

    private static <T> TableColumn<T, String> add(
            TableView<T> table, String title, double width, boolean numeric, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.getStyleClass().add("mono");
        if (numeric) {
            column.getStyleClass().add("numeric");
        }
        table.getColumns().add(column);
        return column;
    }

    private static void explain(TableColumn<?, ?> column, String words) {
        Label head = new Label(column.getText());
        Tooltip tooltip = new Tooltip(words);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        head.setTooltip(tooltip);
        head.setAccessibleText(column.getText() + ". " + words);
        column.setText("");
        column.setGraphic(head);
    }

    /** The partition as its chip. */
    private static final class ChipCell extends TableCell<PartitionDetail, PartitionDetail> {
        private final PartitionChip chip = new PartitionChip(0);

        @Override
        protected void updateItem(@Nullable PartitionDetail item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            chip.setPartition(item.id().partition());
            setGraphic(chip);
        }
    }

    /** The part that a broker plays, as a tag; nothing for a broker like any other. */
    private static final class RoleCell extends TableCell<BrokerInfo, String> {
        private final Label tag = new Label();

        RoleCell() {
            tag.getStyleClass().add("broker-role");
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null || item.isEmpty()) {
                setGraphic(null);
                return;
            }
            tag.setText(item);
            setGraphic(tag);
        }
    }

    /** A value, heavier where somebody has set it. */
    private static final class ConfigValueCell extends TableCell<ConfigEntry, String> {
        private static final String MODIFIED = "topic-modified";

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().remove(MODIFIED);
            if (empty || item == null) {
                setText(null);
                return;
            }
            setText(item);
            ConfigEntry entry = getTableRow() == null ? null : getTableRow().getItem();
            if (entry != null && !entry.isDefault()) {
                getStyleClass().add(MODIFIED);
            }
        }
    }
}
