package dev.surveyor.ui.records.page;

import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.ui.page.HandsOver;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.PageCommand;
import dev.surveyor.ui.page.ShowsRecord;
import dev.surveyor.ui.page.StartsReading;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.TableHandover;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** A live table as a page. For the JavaFX thread only. */
public class RecordsPage implements Page, ShowsRecord, StartsReading, HandsOver {

    private final RecordTableViewModel model;
    private final RecordsView view;
    private final Consumer<TableHandover> heir;
    private final ReadOnlyStringWrapper title;

    /**
     * @param model what the table shows; closed with this page
     * @param view how it is drawn; closed with this page
     * @param heir takes what another table can go on with
     */
    public RecordsPage(RecordTableViewModel model, RecordsView view, Consumer<TableHandover> heir) {
        this.model = model;
        this.view = view;
        this.heir = heir;
        this.title = new ReadOnlyStringWrapper(model.consume().title());
    }

    @Override
    public final void startReading() {
        model.consume().start();
    }

    @Override
    public final void handOver() {
        heir.accept(model.handover());
    }

    @Override
    public final void showRecord(PartitionOffset at) {
        view.show(at);
    }

    @Override
    public List<Node> actions() {
        return view.tabActions(List.of());
    }

    @Override
    public final ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<Mark> markProperty() {
        return view.markProperty();
    }

    @Override
    public final Node content() {
        return view.content();
    }

    @Override
    public final @Nullable Node inspector() {
        return view.inspector();
    }

    @Override
    public final List<Node> statusCounts() {
        return view.statusCounts();
    }

    @Override
    public final List<Node> statusState() {
        return view.statusState();
    }

    @Override
    public final List<PageCommand> commands() {
        return view.commands();
    }

    @Override
    public final void focus() {
        view.focus();
    }

    @Override
    public final void close() {
        view.close();
    }
}
