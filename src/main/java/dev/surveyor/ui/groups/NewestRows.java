package dev.surveyor.ui.groups;

import dev.surveyor.service.group.RebalanceRow;
import dev.surveyor.service.group.RebalanceTimeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rows of a timeline, newest first, kept up with one removal and one addition. */
final class NewestRows {

    private final RebalanceTimeline timeline;
    private final ObservableList<RebalanceRow> rows = FXCollections.observableArrayList();
    private long version = -1;

    NewestRows(RebalanceTimeline timeline) {
        this.timeline = timeline;
    }

    ObservableList<RebalanceRow> list() {
        return rows;
    }

    /** Takes over what the timeline has added and forgotten since the last time. */
    void follow() {
        if (timeline.version() == version) {
            return;
        }
        version = timeline.version();
        List<RebalanceRow> all = timeline.rows();
        long oldest = all.isEmpty() ? Long.MAX_VALUE : all.get(0).number();
        int last = rows.size();
        while (last > 0 && rows.get(last - 1).number() < oldest) {
            last--;
        }
        if (last < rows.size()) {
            rows.remove(last, rows.size());
        }
        long newest = rows.isEmpty() ? 0 : rows.get(0).number();
        List<RebalanceRow> fresh = new ArrayList<>(
                all.stream().filter(row -> row.number() > newest).toList());
        Collections.reverse(fresh);
        if (!fresh.isEmpty()) {
            rows.addAll(0, fresh);
        }
    }
}
