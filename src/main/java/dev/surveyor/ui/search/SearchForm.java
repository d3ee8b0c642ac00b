package dev.surveyor.ui.search;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.service.search.RangeChoice;
import dev.surveyor.service.search.SearchLimit;
import dev.surveyor.service.search.SearchWords;
import dev.surveyor.ui.parts.ChipMenu;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.SingleClick;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is looked for, and where: the filter with its button, and the chips of the scope below. */
final class SearchForm extends VBox {

    private static final PseudoClass EDITING = PseudoClass.getPseudoClass("editing");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");

    private final SearchViewModel model;
    private final SearchQuestion question;
    private final TextField filter = new TextField();
    private final Button start = Controls.button("search-start", "", "");
    private final Label error = new Label();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final TextField partitions = new TextField();

    SearchForm(SearchViewModel model) {
        this.model = model;
        this.question = model.question();
        getStyleClass().add("search-form");
        getChildren().addAll(queryBar(), errorLine(), scopeBar());
        bind();
    }

    void focusField() {
        filter.requestFocus();
        filter.selectAll();
    }

    private HBox queryBar() {
        filter.setId("search-filter");
        filter.setPromptText("value.reason=\"damaged\" && value.qty>=100");
        filter.setAccessibleText("What to search for");
        filter.setTooltip(new Tooltip("The filter language; empty finds every record. Enter searches"));
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox frame = new HBox(new FontIcon(Feather.SEARCH), filter);
        frame.getStyleClass().add("query-frame");
        frame.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(frame, Priority.ALWAYS);
        filter.focusedProperty().addListener((source, before, now) -> frame.pseudoClassStateChanged(EDITING, now));
        question.errorProperty().addListener((source, before, now) -> {
            boolean unfinished = question.unfinishedProperty().get();
            frame.pseudoClassStateChanged(WRONG, !now.isEmpty() && !unfinished);
            error.pseudoClassStateChanged(UNFINISHED, unfinished);
        });
        SingleClick.on(start);
        Uncut.keep(start);
        HBox bar = new HBox(frame, start);
        bar.getStyleClass().add("search-query");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Label errorLine() {
        error.setId("search-error");
        error.getStyleClass().addAll("query-error", "search-error");
        error.setWrapText(true);
        Shown.foldHidden(error);
        return error;
    }

    private FlowPane scopeBar() {
        ChipMenu range = new ChipMenu("search-range", "", null);
        choices(range, "search-range-choice", question.rangeProperty(), RangeChoice::words, RangeChoice.values());
        range.getItems()
                .get(List.of(RangeChoice.values()).indexOf(RangeChoice.OLDER))
                .visibleProperty()
                .bind(question.olderProperty().isNotNull());
        ChipMenu isolation = new ChipMenu("search-isolation", "", null);
        isolation.setTooltip(new Tooltip(
                "isolation.level: with uncommitted records, those of open and aborted transactions are found too"));
        choices(
                isolation,
                "search-isolation-choice",
                question.isolationProperty(),
                SearchWords::isolation,
                IsolationLevel.values());
        small(partitions, "search-partitions", "P: all", "Partitions, such as 0,3,5-7; empty for all");
        small(from, "search-from", "from", "The first offset or time that is searched; empty for no limit");
        small(to, "search-to", "to", "The last offset or time that is searched; empty for no limit");
        CheckBox stop = new CheckBox("Stop at " + Numbers.grouped(SearchLimit.DEFAULT.records()));
        stop.setId("search-stop-at-limit");
        stop.setTooltip(new Tooltip("So many matches are kept. Otherwise the search goes on and counts the rest"));
        stop.selectedProperty().bindBidirectional(question.stopAtLimitProperty());
        CheckBox key = new CheckBox("Only the key's partition");
        key.setId("search-only-key-partition");
        key.setTooltip(new Tooltip("Reads only the partition that the Java client's default partitioner gives this key."
                + " Other clients may have put records elsewhere"));
        key.selectedProperty().bindBidirectional(question.onlyPartitionOfKeyProperty());
        Shown.when(key, question.exactKeyProperty());
        Label own = new Label("Own reader, no group, commits nothing");
        own.setId("search-own-reader");
        own.getStyleClass().addAll("caption", "muted");
        FlowPane bar = new FlowPane(8, 6, range, from, to, partitions, isolation, stop, key, own);
        bar.getStyleClass().add("search-scope");
        bar.setRowValignment(javafx.geometry.VPos.CENTER);
        return bar;
    }

    private static void small(TextField field, String id, String prompt, String help) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(help);
        field.setTooltip(new Tooltip(help));
        field.setPrefColumnCount(10);
        field.getStyleClass().add("search-small");
    }

    private static <T> void choices(ChipMenu menu, String id, Property<T> chosen, Function<T, String> words, T[] all) {
        ToggleGroup group = new ToggleGroup();
        for (T each : all) {
            RadioMenuItem item = new RadioMenuItem(words.apply(each));
            item.setId(id + "-"
                    + words.apply(each).toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
            item.setToggleGroup(group);
            item.setSelected(each.equals(chosen.getValue()));
            item.setOnAction(event -> chosen.setValue(each));
            menu.getItems().add(item);
        }
        menu.setText(words.apply(chosen.getValue()));
        chosen.addListener((source, before, now) -> {
            menu.setText(words.apply(now));
            group.selectToggle(group.getToggles().get(List.of(all).indexOf(now)));
        });
    }

    private void bind() {
        filter.textProperty().bindBidirectional(question.textProperty());
        partitions.textProperty().bindBidirectional(question.partitionsProperty());
        from.textProperty().bindBidirectional(question.fromProperty());
        to.textProperty().bindBidirectional(question.toProperty());
        for (TextField field : java.util.List.of(filter, partitions, from, to)) {
            field.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER) {
                    model.start();
                    event.consume();
                } else if (event.getCode() == KeyCode.ESCAPE
                        && model.runningProperty().get()) {
                    model.cancel();
                    event.consume();
                }
            });
        }
        question.rangeProperty().addListener((source, before, now) -> showRange(now));
        showRange(question.rangeProperty().get());
        question.errorProperty().addListener((source, before, now) -> showState());
        model.runningProperty().addListener((source, before, now) -> showState());
        showState();
    }

    private void showRange(RangeChoice choice) {
        for (TextField field : java.util.List.of(from, to)) {
            Shown.set(field, choice.typed());
        }
        from.setPromptText(choice.fromPrompt());
        to.setPromptText(choice.toPrompt());
    }

    private void showState() {
        boolean running = model.runningProperty().get();
        String wrong = question.errorProperty().get();
        error.setText(wrong);
        error.setVisible(!wrong.isEmpty());
        start.setText(running ? "Stop" : "Search");
        start.setGraphic(new FontIcon(running ? Feather.SQUARE : Feather.SEARCH));
        start.setDisable(!running && !wrong.isEmpty());
        start.setTooltip(new Tooltip(running ? "Ends the search; what was found stays (Esc)" : "Searches (Enter)"));
        start.setOnAction(event -> {
            if (running) {
                model.cancel();
            } else {
                model.start();
            }
        });
    }
}
