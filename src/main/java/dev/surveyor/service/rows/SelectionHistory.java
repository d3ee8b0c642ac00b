package dev.surveyor.service.rows;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.PartitionOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The places of the records that were selected last in a table, to go back and forward among them. It keeps no record
 * alive. For the JavaFX thread only.
 */
public final class SelectionHistory {

    public static final int MOST = 50;

    private final List<PartitionOffset> places = new ArrayList<>();
    private int at = -1;

    /**
     * A step through the history.
     *
     * @param row index of the record among the rows, -1 where none is left in that direction
     * @param skipped how many records on the way are not among the rows
     */
    public record Step(int row, int skipped) {}

    /** Notes that this record is selected now; what lay ahead is forgotten, unless a step led here. */
    public void selected(ConsumedRecord record) {
        PartitionOffset place = record.reference();
        if (at >= 0 && places.get(at).equals(place)) {
            return;
        }
        places.subList(at + 1, places.size()).clear();
        places.add(place);
        if (places.size() > MOST) {
            places.remove(0);
        }
        at = places.size() - 1;
    }

    /**
     * Goes back or forward to the nearest record that is still among the rows.
     *
     * @param by -1 to go back, 1 to go forward
     */
    public Step step(List<LogEntry> rows, int by) {
        int skipped = 0;
        for (int next = at + by; next >= 0 && next < places.size(); next += by) {
            int row = RecordFinder.indexOf(rows, places.get(next));
            if (row >= 0) {
                at = next;
                return new Step(row, skipped);
            }
            skipped++;
        }
        return new Step(-1, skipped);
    }
}
