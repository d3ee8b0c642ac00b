package dev.surveyor.ui.groups;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.event.ClientEvent.PartitionsAssigned;
import dev.surveyor.domain.event.ClientEvent.PartitionsLost;
import dev.surveyor.domain.event.ClientEvent.PartitionsRevoked;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.LogicalOffset;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.ColumnRoom;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.parts.Columns;
import dev.surveyor.ui.parts.StyleSheets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * All that befell members of groups on one connection, newest first: the same events as in the pages of the groups,
 * for the bottom panel. Keeps the last 5 000. For the JavaFX thread only.
 */
public final class RebalanceLogView extends TableView<ClientEvent> implements AutoCloseable {

    private static final int MOST = 5_000;
    private static final double ROW = 22;

    private final EventStream events;
    private final ObservableList<ClientEvent> rows = FXCollections.observableArrayList();
    private final Runnable endTicks;
    private long seen;

    /**
     * Shows what is on the stream and what comes.
     *
     * @param events of the connection
     * @param pulse ticks on the JavaFX thread
     * @param zone in which times are written
     * @param clipboards takes copies of rows
     */
    public RebalanceLogView(EventStream events, Pulse pulse, ObservableValue<ZoneId> zone, Clipboards clipboards) {
        this.events = events;
        setItems(rows);
        setId("rebalances-table");
        getStyleClass().add("rebalance-log");
        getStylesheets().add(StyleSheets.of(GroupView.class));
        setFixedCellSize(ROW);
        setPlaceholder(new Label("No rebalance on this connection yet: open a group and add a member"));
        Columns<ClientEvent> columns = Columns.fixed(this);
        columns.time(106, zone, Times.USUAL, (times, event) -> times.time(event.at()));
        add(columns);
        RowCopy.on(this, RebalanceLogView::text, clipboards);
        this.endTicks = pulse.everyTick(this::take);
        take();
    }

    private void add(Columns<ClientEvent> columns) {
        columns.text("Group", 80, event -> of(event).group());
        columns.text("Member", 80, ClientEvent::client);
        columns.text("Gen", 40, event -> generation(of(event)), "mono", "numeric");
        columns.text("Event", 88, event -> of(event).kind(), "spaced");
        List<TableColumn<ClientEvent, String>> wide = List.of(
                columns.text("Partitions", 124, event -> partitions(of(event)), "mono"),
                columns.text("Position/Committed", 130, event -> offsets(of(event)), "mono"),
                columns.text("Reason", 160, event -> of(event).reason()));
        wide.forEach(column -> column.setMinWidth(column.getPrefWidth()));
        ColumnRoom.share(this, wide);
    }

    private static String generation(Part part) {
        return part.generation() < 0 ? "—" : Integer.toString(part.generation());
    }

    private void take() {
        EventStream.Page page = events.since(seen);
        seen = page.seen();
        List<ClientEvent> fresh = new ArrayList<>(
                page.events().stream().filter(event -> part(event) != null).toList());
        if (fresh.isEmpty()) {
            return;
        }
        Collections.reverse(fresh);
        int over = rows.size() + fresh.size() - MOST;
        if (over > 0) {
            rows.remove(Math.max(0, rows.size() - over), rows.size());
        }
        rows.addAll(0, fresh.size() > MOST ? fresh.subList(0, MOST) : fresh);
    }

    private static String text(ClientEvent event) {
        Part part = of(event);
        return Times.iso(event.at()) + " " + part.group() + " " + event.client() + " generation " + part.generation()
                + " " + event.text();
    }

    /** Takes no more events. */
    @Override
    public void close() {
        endTicks.run();
    }

    private record Part(String group, int generation, String kind, List<MovedPartition> partitions, String reason) {}

    private static Part of(ClientEvent event) {
        return Objects.requireNonNull(part(event), "not an event of a group");
    }

    private static @Nullable Part part(ClientEvent event) {
        if (event instanceof PartitionsAssigned assigned) {
            return new Part(assigned.group(), assigned.generation(), "assigned", assigned.partitions(), "");
        }
        if (event instanceof PartitionsRevoked revoked) {
            return new Part(revoked.group(), revoked.generation(), "revoked", revoked.partitions(), "");
        }
        if (event instanceof PartitionsLost lost) {
            return new Part(lost.group(), lost.generation(), "lost", lost.partitions(), "");
        }
        if (event instanceof MemberChanged changed) {
            String kind = changed.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String sampled = changed.sampled() ? " (sampled)" : "";
            return new Part(
                    changed.group(), changed.generation(), kind + sampled, changed.partitions(), changed.reason());
        }
        return null;
    }

    /** Names each topic once, with the numbers of its partitions. */
    private static String partitions(Part part) {
        Map<String, String> ofTopics = part.partitions().stream()
                .map(MovedPartition::partition)
                .collect(Collectors.groupingBy(
                        PartitionId::topic,
                        LinkedHashMap::new,
                        Collectors.mapping(id -> Integer.toString(id.partition()), Collectors.joining(", "))));
        return ofTopics.isEmpty()
                ? "—"
                : ofTopics.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining("; "));
    }

    private static String offsets(Part part) {
        return part.partitions().stream()
                .map(moved -> offset(moved.position()) + "/" + offset(moved.committed()))
                .collect(Collectors.joining(" "));
    }

    private static String offset(OptionalLong offset) {
        return LogicalOffset.text(offset.orElse(LogicalOffset.UNSET.number()));
    }
}
