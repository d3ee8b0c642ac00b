package dev.surveyor.ui.records.filter;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.service.consume.BufferCounts;
import dev.surveyor.ui.fx.Prompts;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.DropTarget;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.records.rows.RowFeed;
import dev.surveyor.ui.records.transactions.TransactionMarks;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The filter field with its verdict: how many match, or at which column it is wrong. */
public final class FilterBar extends VBox {

    private static final PseudoClass VALID = PseudoClass.getPseudoClass("valid");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private static final List<String> PROMPTS = List.of(
            "Filter: text, key:cust-42, value.status=paid, header.h, p:0,3",
            "Filter: text, key:cust-42, value.status=paid",
            "Filter: text, key:cust-42",
            "Filter");

    /** What a text goes on with takes no more of the bar than this, in pixels; its tooltip has all of it. */
    private static final double LONGEST_CONTINUATION = 250;

    private final FilterViewModel filter;
    private final RowFeed feed;
    private final TransactionMarks transactions;
    private final Runnable toTable;
    private final TextField field = new TextField();
    private final HBox frame = new HBox();
    private final Label verdict = new Label();
    private final Tooltip wholeVerdict = new Tooltip();
    private final FontIcon tick = new FontIcon(Feather.CHECK);
    private final Button clear =
            Controls.iconButton("records-filter-clear", Feather.X, "Clear filter (Esc)", "filter-clear");
    private final CheckBox skip = new CheckBox("Skip while fetching");
    private final Label error = new Label();

    /**
     * @param saved the filters that have names
     * @param toTable puts the focus on the rows
     * @param sorted says in which order the rows are, where it is not that of arrival
     * @param completion shows below this bar what may be typed next
     */
    public FilterBar(
            FilterViewModel filter,
            RowFeed feed,
            TransactionMarks transactions,
            SavedBar saved,
            Runnable toTable,
            Node sorted,
            FilterCompletion completion) {
        this.filter = filter;
        this.feed = feed;
        this.transactions = transactions;
        this.toTable = toTable;
        getStyleClass().add("filter-bar");
        HBox line = new HBox(8, makeFrame(), makeSkip(), new HiddenChip(transactions, filter), sorted, saved.menu());
        line.getStyleClass().add("records-bar");
        line.setAlignment(Pos.CENTER_LEFT);
        error.setId("records-filter-error");
        error.getStyleClass().addAll("query-error", "filter-error");
        getChildren().addAll(line, error, saved.buttons());
        completion.serve(field);
        DropTarget.on(field, DropTarget.text(field));
        sceneProperty().addListener((source, before, now) -> saved.refresh());
        bind();
    }

    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    private HBox makeFrame() {
        field.setId("records-filter");
        Prompts.fit(field, new ReadOnlyObjectWrapper<>(PROMPTS));
        field.setAccessibleText("Filter");
        field.setTooltip(new Tooltip("Tab takes a suggestion, Enter applies, Esc clears"));
        HBox.setHgrow(field, Priority.ALWAYS);
        verdict.setId("records-filter-matches");
        verdict.getStyleClass().add("filter-verdict");
        verdict.setGraphic(tick);
        wholeVerdict.textProperty().bind(verdict.textProperty());
        clear.setAccessibleText("Clear filter");
        clear.setOnAction(event -> filter.clear());
        FontIcon icon = new FontIcon(Feather.FILTER);
        frame.getChildren().setAll(icon, field, verdict, clear);
        frame.getStyleClass().addAll("query-frame", "filter-frame");
        frame.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(frame, Priority.ALWAYS);
        return frame;
    }

    private CheckBox makeSkip() {
        skip.setId("records-filter-skip");
        Uncut.keep(skip);
        skip.setTooltip(new Tooltip(
                "Keep only records that match from now on; the others are counted as filtered, but not kept"));
        skip.selectedProperty().bindBidirectional(filter.skipWhileFetchingProperty());
        return skip;
    }

    private void bind() {
        field.textProperty().bindBidirectional(filter.textProperty());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                filter.apply();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                escape();
                event.consume();
            }
        });
        field.focusedProperty().addListener((source, before, now) -> show());
        error.textProperty().bind(filter.errorProperty());
        Shown.when(error, filter.validProperty().or(filter.unfinishedProperty()).not());
        filter.textProperty().addListener((source, before, now) -> show());
        filter.appliedProperty().addListener((source, before, now) -> show());
        filter.unfinishedProperty().addListener((source, before, now) -> show());
        feed.countsProperty().addListener((source, before, now) -> show());
        feed.matchingProperty().addListener((source, before, now) -> show());
        filter.skipWhileFetchingProperty().addListener((source, before, now) -> show());
        transactions.doubtProperty().addListener((source, before, now) -> show());
        show();
    }

    /** One level per press: first the text, then the focus. */
    private void escape() {
        if (field.getText().isEmpty()) {
            toTable.run();
        } else {
            filter.clear();
        }
    }

    private void show() {
        boolean applied = !filter.appliedProperty().get().isEmpty();
        boolean pending = !filter.textProperty()
                .get()
                .strip()
                .equals(filter.appliedProperty().get());
        boolean unfinished = filter.unfinishedProperty().get();
        boolean wrong = !filter.validProperty().get() && !unfinished;
        BufferCounts counts = feed.countsProperty().get();
        frame.pseudoClassStateChanged(VALID, applied && !pending);
        frame.pseudoClassStateChanged(WRONG, wrong);
        frame.pseudoClassStateChanged(PseudoClass.getPseudoClass("editing"), field.isFocused());
        tick.setIconCode(
                unfinished
                        ? Feather.MORE_HORIZONTAL
                        : wrong ? Feather.ALERT_CIRCLE : pending ? Feather.CORNER_DOWN_LEFT : Feather.CHECK);
        verdict.pseudoClassStateChanged(WRONG, wrong);
        verdict.pseudoClassStateChanged(VALID, applied && !pending);
        verdict.setText(words(wrong, pending, counts));
        verdict.setMinWidth(unfinished ? 0 : USE_PREF_SIZE);
        verdict.setMaxWidth(unfinished ? LONGEST_CONTINUATION : USE_PREF_SIZE);
        verdict.setTooltip(unfinished ? wholeVerdict : null);
        Shown.set(verdict, applied || pending || wrong);
        Shown.set(clear, verdict.isVisible());
        boolean skips = filter.skipWhileFetchingProperty().get();
        skip.setText(skips ? "Skipped " + Numbers.grouped(counts.skipped()) : "Skip while fetching");
        skip.setAccessibleText(
                skips
                        ? "Skip while fetching, on; " + Counted.of(counts.skipped(), "record was", "records were")
                                + " not kept"
                        : "Skip while fetching, off");
    }

    private String words(boolean wrong, boolean pending, BufferCounts counts) {
        if (filter.unfinishedProperty().get()) {
            return filter.errorProperty().get();
        }
        if (wrong) {
            return "not valid";
        }
        if (pending) {
            return "Enter applies";
        }
        if (feed.matchingProperty().get()) {
            return "matching…";
        }
        String doubt =
                filter.asksForTransactions() ? transactions.doubtProperty().get() : "";
        return Numbers.grouped(counts.shown()) + " of " + Numbers.grouped(counts.kept())
                + (doubt.isEmpty() ? "" : " · " + doubt);
    }
}
