package dev.surveyor.ui.search;

import dev.surveyor.domain.record.ConsumedRecord;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;

/** Notes what is asked of the window for matches. */
final class FakeFound implements FoundRecords {

    final List<String> asked = new ArrayList<>();
    private final Matches matches;
    private final Label inspector = new Label();
    private final Label note = new Label();

    FakeFound(Matches matches) {
        this.matches = matches;
        inspector.setId("fake-inspector");
        inspector
                .textProperty()
                .bind(matches.selectedProperty().map(ConsumedRecord::reference).map(String::valueOf));
        note.setVisible(false);
    }

    Matches matches() {
        return matches;
    }

    @Override
    public Node inspector() {
        return inspector;
    }

    @Override
    public Node copiedNote() {
        return note;
    }

    @Override
    public List<MenuItem> copyItems() {
        return List.of(new MenuItem("Value"));
    }

    @Override
    public void copyValues() {
        asked.add("values " + matches.selection().size());
    }

    @Override
    public void copyRows() {
        asked.add("rows " + matches.selection().size());
    }

    @Override
    public void export() {
        asked.add("export " + matches.all().size() + " of " + matches.filter());
    }

    @Override
    public void close() {
        asked.add("close");
    }
}
