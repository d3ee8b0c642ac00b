package dev.surveyor.ui.records.page;

import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.ui.fx.Zoom;
import dev.surveyor.ui.inspector.CopiedNote;
import dev.surveyor.ui.page.Page.Mark;
import dev.surveyor.ui.page.PageCommand;
import dev.surveyor.ui.records.ColumnPromoter;
import dev.surveyor.ui.records.RecordActions;
import dev.surveyor.ui.records.RecordStyles;
import dev.surveyor.ui.records.consume.RecordStatus;
import dev.surveyor.ui.records.consume.StartChooser;
import dev.surveyor.ui.records.consume.TableState;
import dev.surveyor.ui.records.drag.RecordDrag;
import dev.surveyor.ui.records.filter.OlderRecords;
import dev.surveyor.ui.records.filter.SeenFields;
import dev.surveyor.ui.records.highlight.HighlightEditor;
import dev.surveyor.ui.records.jump.ReadOneMenu;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.RecordTools;
import dev.surveyor.ui.records.rows.RowMarks;
import dev.surveyor.ui.records.table.ColumnsMenu;
import dev.surveyor.ui.records.table.MiniMap;
import dev.surveyor.ui.records.table.NewRowsPill;
import dev.surveyor.ui.records.table.RecordColumns;
import dev.surveyor.ui.records.table.RecordMenu;
import dev.surveyor.ui.records.table.RecordTable;
import dev.surveyor.ui.records.table.RowsPlaceholder;
import dev.surveyor.ui.records.table.SortOrder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The live table of a topic with its bars, and the inspector beside it. The topic's page embeds it. For the JavaFX
 * thread only.
 */
public final class RecordsView implements AutoCloseable {

    private static final double NARROW = 1080;

    private final RecordTableViewModel model;
    private final RecordTools tools;
    private final RecordActions actions;
    private final MiniMap map;
    private final RecordTable table;
    private final RecordColumns columns;
    private final ColumnsMenu columnsMenu;
    private final RecordBars bars;
    private final ReadOneMenu readOne;
    private final StartChooser chooser;
    private final RecordSteps steps;
    private final RecordMenu menu;
    private final NewRowsPill pill;
    private final RecordStatus status;
    private final SelectedRecords selected;
    private final Subscription zoneChanges;
    private final @Nullable RecordDrag drag;
    private final SeekButton seek;
    private final VBox root = new VBox();
    private final ObservableValue<Number> sceneWidth = Zoom.widthAround(root);
    private final ReadOnlyObjectWrapper<Mark> mark = new ReadOnlyObjectWrapper<>(Mark.NONE);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);

    public RecordsView(RecordTableViewModel model, RecordTools tools, RecordActions actions) {
        this.model = model;
        this.tools = tools;
        this.actions = actions;
        Clock clock = tools.zonedClock();
        map = new MiniMap(
                model.feed(), new RowMarks(model.feed().rows(), model.transactions(), model.marks()), tools.pulse());
        table = new RecordTable(model, map, tools.ui());
        columns = new RecordColumns(table, model, tools.settings(), clock::getZone, model.gaps());
        steps = new RecordSteps(table, model.notices(), model.marks());
        SeenFields seen = new SeenFields(
                model.feed().rows(), model.decoding().reader(), tools.background(), tools.ui(), tools.clock());
        columnsMenu = new ColumnsMenu(columns, seen, tools.dialogs());
        ColumnsMenu.keepFromSorting(table);
        SortOrder order = new SortOrder(table, model.feed(), columns::order, tools.background(), tools.ui());
        seek = new SeekButton(model.consume().consumer(), actions.seek());
        bars = RecordBars.of(model, tools, table, seen, order);
        readOne = new ReadOneMenu(model.readOne(), tools.dialogs());
        chooser = new StartChooser(model.consume(), tools.dialogs(), clock, table::focusRows);
        pill = new NewRowsPill(model.feed(), table::goToNewest);
        status = new RecordStatus(model.consume().consumer(), model.feed(), model.marks(), clock);
        selected = new SelectedRecords(model, tools, actions, table, columns);
        menu = new RecordMenu(table, model, actions, selected.clipboard()::copy, columns);
        zoneChanges = tools.zone().subscribe(zone -> showTimes());
        var offer = actions.offerUndo();
        if (offer != null) {
            new ClearedOffer(model.clearing(), offer);
        }
        var files = actions.dragFiles();
        drag = files == null ? null : new RecordDrag(table, files, tools.ui(), model.notices()::tell);
        content();
        bind();
    }

    /** Returns the bars and the rows. */
    public Node content() {
        if (root.getChildren().isEmpty()) {
            root.getStylesheets().add(RecordStyles.sheet());
            root.getStyleClass().add("records-view");
            CopiedNote copiedNote = new CopiedNote(selected.clipboard());
            StackPane rows = new StackPane(table, pill, copiedNote, chooser, bars.completion());
            StackPane.setAlignment(bars.completion(), Pos.TOP_LEFT);
            StackPane.setAlignment(copiedNote, Pos.TOP_CENTER);
            VBox.setVgrow(rows, Priority.ALWAYS);
            rows.setMinHeight(0);
            HighlightEditor highlights =
                    new HighlightEditor(model.highlights(), model.notices()::tell, table::focusRows);
            root.getChildren()
                    .addAll(bars.consume(), bars.filter(), new NoticeStrip(model, tools.dialogs()), highlights, rows);
        }
        return root;
    }

    /** Returns the inspector of the selected record. */
    public Node inspector() {
        return selected.inspector().root();
    }

    /** Returns the sum of the counts for the status bar. */
    public List<Node> statusCounts() {
        return status.counts();
    }

    /** Returns rate, lag, buffer, zone and state for the status bar. */
    public List<Node> statusState() {
        return status.state();
    }

    /**
     * Returns what belongs into the bar of the topic's inner tabs: Read one, Seek where it leads anywhere, and more.
     *
     * @param further items at the end of the menu of all else
     */
    public List<Node> tabActions(List<MenuItem> further) {
        MoreMenu more = new MoreMenu(model, columnsMenu, further);
        return actions.seek() == null ? List.of(readOne, more) : List.of(readOne, seek, more);
    }

    /** Returns what can be done with the rows, for the palette. */
    public List<PageCommand> commands() {
        List<PageCommand> commands = new ArrayList<>();
        commands.add(new PageCommand(
                "Highlight rules…", () -> model.highlights().editingProperty().set(true)));
        commands.addAll(menu.commands());
        commands.addAll(steps.commands());
        return commands;
    }

    /** Returns what takes fields of the records into the table as columns. */
    public ColumnPromoter columns() {
        return columns;
    }

    /** Returns the dot of the tab. */
    public ReadOnlyObjectProperty<Mark> markProperty() {
        return mark.getReadOnlyProperty();
    }

    /** Returns whether a consumer is at work. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Selects the record of that place, or says why it is not here. */
    public void show(PartitionOffset place) {
        model.jump().to(place);
    }

    /** Puts the focus on the rows, or on the first way to begin. */
    public void focus() {
        if (chooser.isVisible()) {
            chooser.focusFirst();
        } else {
            table.focusRows();
        }
    }

    /** Ends the consumer, and lets go of what outlives the table. */
    @Override
    public void close() {
        zoneChanges.unsubscribe();
        table.fixedCellSizeProperty().unbind();
        selected.inspector().close();
        if (drag != null) {
            drag.close();
        }
        model.close();
        map.close();
    }

    private void bind() {
        table.fixedCellSizeProperty().bind(tools.rowHeight().map(height -> (Number) height));
        table.setPlaceholder(new RowsPlaceholder(model, older()));
        table.setContextMenu(menu);
        chooser.visibleProperty()
                .bind(model.consume().consumer().stateProperty().isEqualTo(TableState.IDLE));
        model.consume().consumer().stateProperty().addListener((source, before, now) -> {
            mark.set(now.mark());
            running.set(now.running());
        });
        model.transactions().changesProperty().addListener((source, before, now) -> selected.inspector()
                .describe());
        // Held by this view, because a mapped value is only kept alive by those who hold it.
        sceneWidth.subscribe(width -> {
            if (width != null) {
                fit(width.doubleValue());
            }
        });
        RecordKeys keys = new RecordKeys(model.consume(), bars.consume(), bars.filter(), readOne, seek, steps);
        keys.serve(root, selected.inspector().root());
        keys.serveTable(table, selected.clipboard());
    }

    private OlderRecords older() {
        return new OlderRecords(
                model.consume(), model.feed(), model.filter(), tools.background(), tools.ui(), actions.search());
    }

    private void showTimes() {
        columns.nameTime();
        status.nameZone();
        table.refresh();
    }

    private void fit(double width) {
        status.narrow(width < NARROW);
        selected.inspector().narrow(width < NARROW);
    }
}
