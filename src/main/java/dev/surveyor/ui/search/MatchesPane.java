package dev.surveyor.ui.search;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchTotals;
import dev.surveyor.service.search.SearchProgress;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The matches that are kept, with what can be done with them above. */
final class MatchesPane extends VBox implements FoundRecords.Matches {

    private final SearchViewModel model;
    private final Consumer<ConsumedRecord> whenShown;
    private final FoundRecords found;
    private final Label count = new Label();
    private final Label note = new Label();
    private final MenuButton copy = new MenuButton("Copy as", new FontIcon(Feather.COPY));
    private final Button export = Controls.withIcon(
            Feather.DOWNLOAD,
            Controls.button(
                    "search-export", "Export…", "Writes the matches to a file: JSON Lines, CSV or values", "small"));
    private final Button show = Controls.withIcon(
            Feather.CORNER_UP_LEFT,
            Controls.button(
                    "search-show",
                    "Show in the topic",
                    "Opens the topic's own table at the selected record (Enter)",
                    "small"));
    private final TableView<ConsumedRecord> table;
    private final Label placeholder = new Label();
    private final ReadOnlyObjectWrapper<@Nullable ConsumedRecord> selected = new ReadOnlyObjectWrapper<>();

    MatchesPane(SearchViewModel model, FoundRecords.Maker maker, Consumer<ConsumedRecord> whenShown) {
        this.model = model;
        this.whenShown = whenShown;
        this.table = MatchesTable.of(model);
        this.found = maker.of(this);
        StackPane rows = new StackPane(table, found.copiedNote());
        StackPane.setAlignment(found.copiedNote(), Pos.TOP_CENTER);
        VBox.setVgrow(rows, Priority.ALWAYS);
        rows.getStyleClass().add("matches-rows");
        table.setPrefHeight(0);
        getChildren().addAll(bar(), rows);
        bind();
    }

    /** Returns what the window offers for the matches. */
    FoundRecords found() {
        return found;
    }

    private HBox bar() {
        count.setId("search-match-count");
        count.getStyleClass().add("semibold");
        Uncut.keep(count);
        note.setId("search-match-note");
        note.getStyleClass().addAll("caption", "muted");
        copy.setId("search-copy");
        copy.getStyleClass().add("small");
        copy.getItems().addAll(found.copyItems());
        Uncut.keep(copy);
        Uncut.keep(export);
        export.setOnAction(event -> found.export());
        Uncut.keep(show);
        show.setOnAction(event -> showSelected());
        HBox line = new HBox(8, count, note, new Spacer(), copy, export, show);
        line.getStyleClass().add("search-matches-bar");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void bind() {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().selectedItemProperty().addListener((source, before, now) -> selected.set(now));
        table.setPlaceholder(placeholder);
        placeholder.setId("search-placeholder");
        placeholder.setWrapText(true);
        var none = Bindings.isNull(selectedProperty());
        show.disableProperty().bind(none);
        copy.disableProperty().bind(none);
        export.disableProperty().bind(Bindings.isEmpty(model.matches()));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.setRowFactory(made -> {
            TableRow<ConsumedRecord> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    whenShown.accept(row.getItem());
                }
            });
            return row;
        });
        Menu copyAs = new Menu("Copy as");
        copyAs.getItems().addAll(found.copyItems());
        MenuItem goTo = new MenuItem("Show in the topic");
        goTo.setOnAction(event -> showSelected());
        ContextMenu menu = new ContextMenu(goTo, copyAs);
        menu.setOnShowing(event -> menu.getItems()
                .forEach(item -> item.setDisable(selectedProperty().get() == null)));
        table.setContextMenu(menu);
        model.matched().onKnown(table::refresh);
        model.certificateProperty().addListener((source, before, now) -> {
            int row = table.getSelectionModel().getSelectedIndex();
            if (now != null && row >= 0) {
                table.scrollTo(row);
            }
        });
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            showSelected();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            if (event.isShiftDown()) {
                found.copyRows();
            } else {
                found.copyValues();
            }
            event.consume();
        }
    }

    private void showSelected() {
        ConsumedRecord match = selected.get();
        if (match != null) {
            whenShown.accept(match);
        }
    }

    /** Says how many there are; null before the first search. */
    void show(@Nullable SearchProgress progress, @Nullable SearchCertificate ended) {
        if (progress == null) {
            count.setText("No search yet");
            placeholder.setText("Type what to look for and press Enter. An empty filter finds every record.");
            return;
        }
        SearchTotals sums = progress.totals();
        count.setText(Counted.of(sums.matched(), "match", "matches"));
        long dropped = sums.matched() - progress.kept();
        note.setText(
                dropped > 0
                        ? "the first " + Numbers.grouped(progress.kept()) + " found are kept, "
                                + Numbers.grouped(dropped) + " only counted"
                        : ended == null ? "as they are found" : "");
        note.setTooltip(note.getText().isEmpty() ? null : new Tooltip(note.getText()));
        placeholder.setText(ended == null ? "No match so far." : nothing(sums, ended));
    }

    private static String nothing(SearchTotals sums, SearchCertificate ended) {
        if (ended.end() != SearchEnd.COMPLETE) {
            return "No match in what was read.";
        }
        if (sums.offsets() == 0) {
            return "There is no record in this range.";
        }
        return "No record of the range matches" + (sums.undecided() > 0 ? ", of those that could be decoded." : ".");
    }

    // Matches

    @Override
    public ReadOnlyObjectProperty<@Nullable ConsumedRecord> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    @Override
    public List<ConsumedRecord> selection() {
        return table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(table.getItems()::get)
                .toList();
    }

    @Override
    public List<ConsumedRecord> all() {
        return List.copyOf(table.getItems());
    }

    @Override
    public String topic() {
        return model.topic();
    }

    @Override
    public String filter() {
        return model.searchedFor();
    }

    @Override
    public void narrow(String condition) {
        model.question().narrow(condition);
    }
}
