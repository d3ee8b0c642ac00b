package dev.surveyor.ui.topics;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.cluster.BrokerInfo;
import dev.surveyor.domain.cluster.ConfigEntry;
import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.service.cluster.ConfigUnits;
import dev.surveyor.service.group.GroupLags;
import dev.surveyor.service.group.TopicGroupRow;
import dev.surveyor.ui.fx.ColumnRoom;
import dev.surveyor.ui.parts.Columns;
import dev.surveyor.ui.parts.FilledCell;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The tables on the pages of a topic and of the brokers. What is not known reads as a dash, never as 0. */
final class TopicTables {

    private static final String LONGEST_CONFIG = "follower.replication.throttled.replicas";
    private static final double ROW_HEIGHT = 26;

    private static final String MONO = "mono";
    private static final String NUMERIC = "numeric";

    private TopicTables() {}

    static TableView<PartitionDetail> partitions() {
        TableView<PartitionDetail> table = table("topic-partitions-table");
        Columns<PartitionDetail> columns = Columns.unsorted(table);
        columns.chip(row -> row.id().partition());
        columns.text("Leader", 72, TopicTables::leader, MONO);
        columns.text("Replicas", 88, row -> ids(row.replicas()), MONO);
        columns.text("In-sync replicas", 108, row -> ids(row.inSyncReplicas()), MONO);
        columns.text("Begin offset", 92, row -> offset(row.beginOffset()), MONO, NUMERIC);
        columns.text("End offset", 92, row -> offset(row.endOffset()), MONO, NUMERIC);
        Columns.explain(
                columns.text("Last stable", 92, row -> offset(row.lastStableOffset()), MONO, NUMERIC),
                "Last stable offset: a consumer of committed records reads up to here. It stands below the end while a"
                        + " transaction is open.");
        Columns.explain(
                columns.text("Records ≈", 92, row -> offset(records(row)), MONO, NUMERIC),
                "End offset minus begin offset. Fewer can be read where the topic is compacted, or where transactions"
                        + " left markers.");
        TableColumn<PartitionDetail, String> note = columns.text("Note", 200, TopicTables::note);
        note.setVisible(false);
        table.getItems().addListener((ListChangeListener<PartitionDetail>)
                change -> note.setVisible(table.getItems().stream().anyMatch(row -> row.trouble() != null)));
        return table;
    }

    static TableView<ConfigEntry> config() {
        TableView<ConfigEntry> table = table("topic-config-table");
        Columns<ConfigEntry> columns = Columns.unsorted(table);
        // No name is cut, and no word of where it was set; values, of which a few are longer, have the rest.
        columns.text("Name", 300, ConfigEntry::name, MONO).setMinWidth(ColumnRoom.of(LONGEST_CONFIG.length()));
        columns.drawn("Value", 320, ConfigValueCell::new, MONO);
        columns.text("Set by", 180, TopicTables::setBy).setMinWidth(164);
        return table;
    }

    static TableView<TopicGroupRow> groups() {
        TableView<TopicGroupRow> table = table("topic-groups-table");
        Columns<TopicGroupRow> columns = Columns.unsorted(table);
        columns.text("Group", 184, TopicGroupRow::id, MONO);
        columns.text("Type", 84, TopicGroupRow::type, MONO);
        columns.text("State", 96, TopicGroupRow::state, MONO);
        columns.text("Members here", 116, row -> row.known() ? Numbers.grouped(row.members()) : "—", MONO, NUMERIC);
        columns.text("Committed", 92, row -> row.known() ? Numbers.grouped(row.committed()) : "—", MONO, NUMERIC);
        Columns.explain(
                columns.text("Lag", 124, row -> GroupLags.text(row.lag()), MONO, NUMERIC),
                "Records between the committed offsets and the ends of this topic's partitions; for a share group those"
                        + " that the brokers count. \u2265: not all partitions could be counted.");
        columns.text("Note", 160, TopicGroupRow::note, MONO);
        return table;
    }

    static TableView<BrokerInfo> brokers() {
        TableView<BrokerInfo> table = table("brokers-table");
        Columns<BrokerInfo> columns = Columns.unsorted(table);
        columns.text("Id", 64, row -> String.valueOf(row.id()), MONO, NUMERIC);
        columns.text("Host", 220, BrokerInfo::host, MONO);
        columns.text("Port", 72, row -> String.valueOf(row.port()), MONO, NUMERIC);
        columns.text("Rack", 120, row -> row.rack() == null ? "none" : row.rack(), MONO);
        columns.drawn("Role", 96, RoleCell::new, MONO);
        columns.text("Address", 240, BrokerInfo::toString, MONO);
        return table;
    }

    static OptionalLong records(PartitionDetail row) {
        return row.endOffset().isPresent() && row.beginOffset().isPresent()
                ? OptionalLong.of(
                        row.endOffset().getAsLong() - row.beginOffset().getAsLong())
                : OptionalLong.empty();
    }

    private static String leader(PartitionDetail row) {
        return row.leader().isPresent() ? String.valueOf(row.leader().getAsInt()) : "none";
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

    /** The part that a broker plays, as a tag; nothing for a broker like any other. */
    private static final class RoleCell extends FilledCell<BrokerInfo, BrokerInfo> {
        private final Label tag = new Label("controller");

        RoleCell() {
            tag.getStyleClass().add("broker-role");
        }

        @Override
        protected void show(BrokerInfo broker) {
            setGraphic(broker.controller() ? tag : null);
        }
    }

    /** A value, heavier where somebody has set it. */
    private static final class ConfigValueCell extends FilledCell<ConfigEntry, ConfigEntry> {
        private static final String MODIFIED = "topic-modified";

        @Override
        protected void show(ConfigEntry entry) {
            getStyleClass().remove(MODIFIED);
            setText(valueOf(entry));
            if (!entry.isDefault()) {
                getStyleClass().add(MODIFIED);
            }
        }
    }
}
