package dev.surveyor.ui.records.table;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.ui.fx.ColumnRoom;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableColumn;

/**
 * How wide the columns of a live table are: each wide enough for what it always shows, the value as wide as the others
 * leave. In pixels. For the JavaFX thread only.
 */
final class ColumnWidths {

    /** The value takes what the others leave, but not less. */
    static final double LEAST_VALUE = 100;

    /** An offset column begins with this. */
    static final double OFFSET = 58;

    private static final double SCROLL_BAR = 13;
    private static final double PARTITION_DIGIT = 7;
    private static final double AROUND_PARTITION = 22;
    private static final double HEAD_CHARACTER = 6.6;
    private static final double AROUND_HEAD = 16;

    private final RecordTable table;
    private final Function<String, TableColumn<LogEntry, LogEntry>> columns;

    /** @param columns returns the standard column of an id */
    ColumnWidths(RecordTable table, Function<String, TableColumn<LogEntry, LogEntry>> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** Gives the value what the others leave. */
    void fill() {
        TableColumn<LogEntry, LogEntry> value = columns.apply("value");
        double others = table.getColumns().stream()
                .filter(column -> column.isVisible() && !column.equals(value))
                .mapToDouble(column -> Math.max(column.getWidth(), column.getMinWidth()))
                .sum();
        value.setPrefWidth(Math.max(LEAST_VALUE, table.getWidth() - others - SCROLL_BAR));
    }

    /** The number of a partition is always there, however many digits it has. */
    void fitPartition(int partitions) {
        int digits = Integer.toString(Math.max(0, partitions - 1)).length();
        if (digits > 2) {
            columns.apply("partition").setMinWidth(AROUND_PARTITION + digits * PARTITION_DIGIT);
            fill();
        }
    }

    /** Long offsets make their column wider, never narrower. */
    void fitOffset(List<LogEntry> rows) {
        if (!rows.isEmpty()) {
            TableColumn<LogEntry, LogEntry> offset = columns.apply("offset");
            double wanted = ColumnRoom.of(
                    Numbers.grouped(rows.get(rows.size() - 1).offset()).length());
            if (wanted > offset.getWidth() && wanted > OFFSET) {
                offset.setPrefWidth(wanted);
            }
        }
    }

    /** Gives times the room that their form and its head usually take. A longer time makes room for itself. */
    void fitTime(TimeFormat format) {
        TableColumn<LogEntry, LogEntry> time = columns.apply("time");
        double head = Math.ceil(time.getText().length() * HEAD_CHARACTER + AROUND_HEAD);
        time.setPrefWidth(Math.max(head, ColumnRoom.of(format.usualLength())));
    }
}
