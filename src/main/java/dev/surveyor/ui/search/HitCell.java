package dev.surveyor.ui.search;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.MatchHit;
import dev.surveyor.ui.parts.FilledCell;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Where a record met the filter: the fields with what stands there, that which matched on a ground of its own. */
final class HitCell extends FilledCell<ConsumedRecord, ConsumedRecord> {

    private final Function<ConsumedRecord, List<MatchHit>> hits;
    private final HBox line = new HBox();
    private List<MatchHit> drawn = List.of();

    HitCell(Function<ConsumedRecord, List<MatchHit>> hits) {
        this.hits = hits;
        line.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("hit-cell");
    }

    @Override
    protected void show(ConsumedRecord record) {
        List<MatchHit> now = hits.apply(record);
        if (!now.equals(drawn)) {
            line.getChildren().clear();
            now.forEach(this::add);
            drawn = now;
        }
        setGraphic(line);
    }

    private void add(MatchHit hit) {
        String place = hit.place().startsWith("value.") ? hit.place().substring("value.".length()) : hit.place();
        label(place + "=", "hit-place");
        label(hit.before(), "hit-around");
        label(hit.matched(), "hit");
        label(hit.after() + " ", "hit-around");
    }

    private void label(String text, String styleClass) {
        if (!text.isEmpty()) {
            Label label = new Label(text);
            label.getStyleClass().add(styleClass);
            Uncut.keep(label);
            line.getChildren().add(label);
        }
    }
}
