package dev.surveyor.ui.search;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.record.RecordAttribute;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.time.Times;
import dev.surveyor.ui.fx.ColumnRoom;
import dev.surveyor.ui.parts.Columns;
import dev.surveyor.ui.parts.TextCell;
import java.util.Comparator;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * The table of the matches. A click on a head sorts by it, also what is still being found; the third click goes back to
 * the order of the model. For the JavaFX thread only.
 */
final class MatchesTable {

    private static final double ROW = 26;
    private static final String ID = "search-column-";

    private final SearchViewModel model;
    private final TableView<ConsumedRecord> table = SearchTables.table("search-matches", ROW);
    private final Columns<ConsumedRecord> columns = Columns.sorted(table);

    private MatchesTable(SearchViewModel model) {
        this.model = model;
    }

    /** Returns a table of the matches as they come. */
    static TableView<ConsumedRecord> of(SearchViewModel model) {
        MatchesTable made = new MatchesTable(model);
        made.addColumns();
        StableSelection.show(model.matches(), made.table);
        return made.table;
    }

    private void addColumns() {
        addTime();
        columns.chip(each -> each.partition().partition()).setId(ID + RecordAttribute.PARTITION.id());
        TableColumn<ConsumedRecord, Long> offset =
                columns.number(RecordAttribute.OFFSET.title(), 72, ConsumedRecord::offset, Numbers::grouped);
        offset.setId(ID + RecordAttribute.OFFSET.id());
        offset.setMinWidth(64);
        addText(RecordAttribute.KEY, RecordPart.KEY, 92);
        TableColumn<ConsumedRecord, Long> size =
                columns.number(RecordAttribute.SIZE.title(), 64, each -> Math.max(0, each.valueLength()), Sizes::text);
        size.setId(ID + RecordAttribute.SIZE.id());
        size.setMinWidth(64);
        TableColumn<ConsumedRecord, ConsumedRecord> matched =
                columns.drawn("What matched", 184, () -> new HitCell(model.matched()::of));
        matched.setId(ID + "matched");
        matched.setMinWidth(120);
        matched.setSortable(false);
        addText(RecordAttribute.VALUE, RecordPart.VALUE, 120);
    }

    private void addTime() {
        double room = ColumnRoom.of(Times.USUAL_DATED.length());
        // With its date: matches are of many days.
        TableColumn<ConsumedRecord, ConsumedRecord> time =
                columns.time(room, model.zone(), Times.USUAL_DATED, Times::dateTime);
        time.setId(ID + RecordAttribute.TIME.id());
        time.setComparator(RecordAttribute.TIME.order(model.reader()));
        time.setMinWidth(room);
    }

    private void addText(RecordAttribute attribute, RecordPart part, double width) {
        TableColumn<ConsumedRecord, ConsumedRecord> column = columns.drawn(
                attribute.title(), width, () -> new TextCell<>(each -> line(model.reader(), each, part)), "mono");
        column.setId(ID + attribute.id());
        FreshOrder order = new FreshOrder(() -> attribute.order(model.reader()));
        column.setComparator(order);
        // This is heard before the rows are sorted.
        table.comparatorProperty().addListener((InvalidationListener) source -> order.renew());
        model.matches().addListener((ListChangeListener<ConsumedRecord>) change -> {
            if (model.matches().isEmpty()) {
                order.renew();
            }
        });
        column.setMinWidth(72);
    }

    private static String line(RecordReader reader, ConsumedRecord record, RecordPart part) {
        Preview line = reader.preview(record, part, Preview.DEFAULT_LENGTH);
        return switch (line.kind()) {
            case NULL -> "∅ null";
            case TOMBSTONE -> "∅ tombstone";
            case EMPTY -> "empty";
            default -> line.text();
        };
    }

    /** The order of texts, which keeps what it has read of each record: it is good for one sort, and what comes meanwhile. */
    private static final class FreshOrder implements Comparator<ConsumedRecord> {
        private final Supplier<Comparator<ConsumedRecord>> orders;
        private Comparator<ConsumedRecord> order;

        FreshOrder(Supplier<Comparator<ConsumedRecord>> orders) {
            this.orders = orders;
            this.order = orders.get();
        }

        void renew() {
            order = orders.get();
        }

        @Override
        public int compare(ConsumedRecord one, ConsumedRecord other) {
            return order.compare(one, other);
        }
    }
}
