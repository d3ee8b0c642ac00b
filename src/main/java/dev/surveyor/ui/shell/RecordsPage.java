package dev.surveyor.ui.shell;

import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.ui.parts.Page;
import dev.surveyor.ui.parts.PageCommand;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.TableHandover;
import dev.surveyor.ui.records.page.RecordsView;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The live table of a topic as a page. */
final class RecordsPage implements Page {

    private final RecordTableViewModel model;
    private final RecordsView view;
    private final ReadOnlyStringWrapper title;

    RecordsPage(RecordTableViewModel model, RecordsView view) {
        this.model = model;
        this.view = view;
        this.title = new ReadOnlyStringWrapper(model.consume().title());
    }

    /** Starts reading where the chips say. */
    void start() {
        model.consume().start();
    }

    /** Returns what another table can go on with when this one is closed. */
    TableHandover handover() {
        return model.handover();
    }

    void show(PartitionOffset place) {
        view.show(place);
    }

    @Override
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Mark> markProperty() {
        return view.markProperty();
    }

    @Override
    public Node content() {
        return view.content();
    }

    @Override
    public @Nullable Node inspector() {
        return view.inspector();
    }

    @Override
    public List<Node> statusCounts() {
        return view.statusCounts();
    }

    @Override
    public List<Node> statusState() {
        return view.statusState();
    }

    @Override
    public List<PageCommand> commands() {
        return view.commands();
    }

    @Override
    public void focus() {
        view.focus();
    }

    @Override
    public void close() {
        view.close();
    }
}
