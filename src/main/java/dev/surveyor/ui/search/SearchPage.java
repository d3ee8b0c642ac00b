package dev.surveyor.ui.search;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.domain.search.SearchTotals;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.search.SearchProgress;
import dev.surveyor.service.search.Searches;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Banner;
import dev.surveyor.ui.parts.Numbers;
import dev.surveyor.ui.parts.Page;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Searches a topic: the question above, how far it is, the matches below, and beside them what is proven. */
public final class SearchPage implements Page {

    private static final double ROW = 28;
    private static final double HEAD = 28;
    private static final int MOST_ROWS = 6;
    private static final int LEAST_ROWS = 2;
    private static final double LEAST_MATCHES = 120;

    private final SearchViewModel model;
    private final Consumer<PartitionOffset> whenShown;
    private final ReadOnlyStringWrapper title;
    private final ReadOnlyObjectWrapper<Mark> mark = new ReadOnlyObjectWrapper<>(Mark.NONE);
    private final SearchForm form;
    private final TotalsPane totals;
    private final Banner waiting = new Banner(Banner.Kind.WARN);
    private final TableView<PartitionTally> partitions = SearchTables.partitions();
    private final Label matchCount = new Label();
    private final Label matchNote = new Label();
    private final Button show = new Button("Show in the topic", new FontIcon(Feather.CORNER_UP_LEFT));
    private final TableView<ConsumedRecord> matches;
    private final Label placeholder = new Label();
    private final CertificatePane certificate;
    private final VBox content = new VBox();

    /**
     * @param searches runs the searches
     * @param decoding reads keys and values as the topic's own table does
     * @param zone in which times are read and shown
     * @param whenShown opens the topic's own table at a record
     */
    public SearchPage(
            String topic,
            Searches searches,
            Decoding decoding,
            Pulse pulse,
            UiExecutor ui,
            Clock clock,
            ObservableValue<ZoneId> zone,
            Clipboards clipboards,
            Consumer<PartitionOffset> whenShown) {
        this.model = new SearchViewModel(topic, searches, decoding, pulse, ui, clock, zone);
        this.whenShown = whenShown;
        this.title = new ReadOnlyStringWrapper("Search " + topic);
        this.form = new SearchForm(model);
        this.totals = new TotalsPane(model.speed());
        this.matches = SearchTables.matches(zone);
        this.certificate = new CertificatePane(model, zone, clipboards);
        content.setId("search-page");
        content.getStyleClass().add("search-page");
        content.getStylesheets()
                .add(Objects.requireNonNull(SearchPage.class.getResource("search.css"))
                        .toExternalForm());
        matches.setPrefHeight(0);
        matches.setMinHeight(LEAST_MATCHES);
        VBox.setVgrow(partitions, Priority.SOMETIMES);
        VBox.setVgrow(matches, Priority.ALWAYS);
        content.getChildren().addAll(form, totals, waiting, partitions, matchesBar(), matches);
        bind();
        showProgress(null);
    }

    private HBox matchesBar() {
        matchCount.setId("search-match-count");
        matchCount.getStyleClass().add("semibold");
        matchNote.setId("search-match-note");
        matchNote.getStyleClass().addAll("caption", "muted");
        show.setId("search-show");
        show.getStyleClass().add("small");
        show.setTooltip(new Tooltip("Opens the topic's own table at the selected record (Enter)"));
        show.disableProperty().bind(Bindings.isNull(matches.getSelectionModel().selectedItemProperty()));
        show.setOnAction(event -> showSelected());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, matchCount, matchNote, gap, show);
        line.getStyleClass().add("search-matches-bar");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void bind() {
        matches.setItems(model.matches());
        matches.setPlaceholder(placeholder);
        placeholder.setId("search-placeholder");
        placeholder.setWrapText(true);
        matches.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                showSelected();
                event.consume();
            }
        });
        matches.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                showSelected();
            }
        });
        model.progressProperty().addListener((source, before, now) -> showProgress(now));
        model.schemaWaitProperty()
                .addListener((source, before, now) ->
                        showProgress(model.progressProperty().get()));
        model.certificateProperty()
                .addListener((source, before, now) ->
                        showProgress(model.progressProperty().get()));
    }

    private void showSelected() {
        ConsumedRecord selected = matches.getSelectionModel().getSelectedItem();
        if (selected != null) {
            whenShown.accept(selected.reference());
        }
    }

    private void showProgress(@Nullable SearchProgress progress) {
        totals.setVisible(progress != null);
        partitions.setVisible(progress != null && !progress.partitions().isEmpty());
        partitions.setManaged(partitions.isVisible());
        BrokerFailure trouble = progress == null ? null : progress.trouble();
        SearchCertificate ended = model.certificateProperty().get();
        BrokerFailure failure = ended == null ? trouble : ended.failure();
        String schema = model.schemaWaitProperty().get();
        waiting.setVisible(failure != null || !schema.isEmpty());
        if (failure == null) {
            waiting.kind(Banner.Kind.WARN);
            waiting.say("Waiting for a schema", schema + ".");
        } else {
            waiting.kind(ended == null ? Banner.Kind.WARN : Banner.Kind.DANGER);
            waiting.say(
                    ended == null ? "Waiting for the broker. " + failure.what() : failure.what(),
                    failure.whyAndRemedy());
        }
        mark.set(markOf(progress, ended, trouble));
        if (progress == null) {
            matchCount.setText("No search yet");
            matchNote.setText("");
            placeholder.setText("Type what to look for and press Enter. An empty filter finds every record.");
            return;
        }
        SearchTotals sums = progress.totals();
        totals.show(progress, sums, ended != null);
        partitions.getItems().setAll(progress.partitions());
        double rows = Math.min(MOST_ROWS, progress.partitions().size());
        partitions.setMinHeight(HEAD + Math.min(LEAST_ROWS, rows) * ROW);
        partitions.setPrefHeight(HEAD + rows * ROW);
        showMatchWords(progress, sums, ended);
    }

    private void showMatchWords(SearchProgress progress, SearchTotals sums, @Nullable SearchCertificate ended) {
        matchCount.setText(Numbers.grouped(sums.matched()) + (sums.matched() == 1 ? " match" : " matches"));
        long dropped = sums.matched() - progress.kept();
        matchNote.setText(
                dropped > 0
                        ? "the first " + Numbers.grouped(progress.kept()) + " found are kept, "
                                + Numbers.grouped(dropped) + " only counted"
                        : ended == null ? "as they are found" : "");
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

    private static Mark markOf(
            @Nullable SearchProgress progress, @Nullable SearchCertificate ended, @Nullable BrokerFailure trouble) {
        if (ended != null) {
            return ended.end() == SearchEnd.FAILED ? Mark.FAILED : Mark.NONE;
        }
        return progress == null ? Mark.NONE : trouble == null ? Mark.LIVE : Mark.BUSY;
    }

    /** Searches for what was asked elsewhere, in the place of the last search. */
    public void search(String filter, SearchScope scope) {
        model.ask(filter, scope);
        model.start();
    }

    @Override
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Mark> markProperty() {
        return mark.getReadOnlyProperty();
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node inspector() {
        return certificate;
    }

    @Override
    public void focus() {
        form.focusField();
    }

    @Override
    public void close() {
        model.close();
    }
}
