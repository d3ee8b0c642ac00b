package dev.surveyor.ui.search;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.service.cluster.Troubles;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.search.SearchProgress;
import dev.surveyor.service.search.SearchWords;
import dev.surveyor.service.search.Searches;
import dev.surveyor.ui.page.ExportsRecords;
import dev.surveyor.ui.page.ImportsRecords;
import dev.surveyor.ui.page.StartsSearch;
import dev.surveyor.ui.page.TitledPage;
import dev.surveyor.ui.parts.Banner;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StatusSegment;
import dev.surveyor.ui.parts.StyleSheets;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Searches a topic: the question above, how far it is, the matches below, and beside them what is proven. */
final class SearchPage extends TitledPage implements ExportsRecords, ImportsRecords, StartsSearch {

    private static final double ROW = 28;
    private static final double HEAD = 28;
    private static final int MOST_ROWS = 6;
    private static final int LEAST_ROWS = 1;

    private final SearchViewModel model;
    private final Runnable importing;
    private final SearchForm form;
    private final TotalsPane totals;
    private final Banner waiting = new Banner(Banner.Kind.WARN);
    private final TableView<PartitionTally> partitions;
    private final MatchesPane matches;
    private final SearchSide side;
    private final StatusSegment status = new StatusSegment("search-status");
    private final Label tested = status.words("Tested").value("search-status-tested", "0");
    private final Label matched = status.words(" · Matches").value("search-status-matches", "0");
    private final StatusSegment state = new StatusSegment("search-state");
    private final Label stateWords = state.value("search-state-text", "");
    private final VBox content = new VBox();

    /**
     * @param searches runs the searches
     * @param decoding reads keys and values as the topic's own table does
     * @param found offers what can be done with matches
     * @param whenShown opens the topic's own table at a record
     * @param importing asks which records to send to the topic
     */
    SearchPage(
            String topic,
            Searches searches,
            Decoding decoding,
            SearchTools tools,
            FoundRecords.Maker found,
            Consumer<PartitionOffset> whenShown,
            Runnable importing) {
        super("Search " + topic);
        this.importing = importing;
        this.model = new SearchViewModel(topic, searches, decoding, tools);
        this.form = new SearchForm(model);
        this.partitions =
                SearchTables.partitions(() -> model.certificateProperty().get() != null);
        this.totals = new TotalsPane(model.speed());
        this.matches = new MatchesPane(model, found, match -> whenShown.accept(match.reference()));
        this.side = new SearchSide(
                new CertificatePane(
                        model, tools.toolkit().zone(), tools.toolkit().clipboards()),
                matches.found().inspector(),
                matches.selectedProperty());
        content.setId("search-page");
        content.getStyleClass().add("search-page");
        content.getStylesheets().add(StyleSheets.of(SearchPage.class));
        VBox.setVgrow(partitions, Priority.SOMETIMES);
        VBox.setVgrow(matches, Priority.ALWAYS);
        content.getChildren().addAll(form, totals, waiting, partitions, matches);
        bind();
        showProgress(null);
    }

    private void bind() {
        model.progressProperty().addListener((source, before, now) -> showProgress(now));
        model.schemaWaitProperty()
                .addListener((source, before, now) ->
                        showProgress(model.progressProperty().get()));
        model.certificateProperty()
                .addListener((source, before, now) ->
                        showProgress(model.progressProperty().get()));
        model.runningProperty().addListener((source, before, now) -> {
            if (now) {
                side.showCertificate();
            }
        });
    }

    @Override
    public void exportRecords() {
        matches.found().export();
    }

    @Override
    public void importRecords() {
        importing.run();
    }

    private void showProgress(@Nullable SearchProgress progress) {
        totals.setVisible(progress != null);
        Shown.set(partitions, progress != null && !progress.partitions().isEmpty());
        BrokerFailure trouble = progress == null ? null : progress.trouble();
        SearchCertificate ended = model.certificateProperty().get();
        BrokerFailure failure = ended == null ? trouble : ended.failure();
        String schema = model.schemaWaitProperty().get();
        List<PartitionTrouble> troubles = progress == null ? List.of() : SearchWords.troubles(progress.leftOut());
        waiting.setVisible(failure != null || !schema.isEmpty() || !troubles.isEmpty());
        if (failure == null && progress != null && !troubles.isEmpty()) {
            waiting.kind(Banner.Kind.WARN);
            waiting.say(
                    "Not searched: " + Troubles.listed(troubles) + ".",
                    (progress.partitions().isEmpty() ? "Nothing else is in the range. " : "All others are. ")
                            + "Search again when the broker is back.");
        } else if (failure == null) {
            waiting.kind(Banner.Kind.WARN);
            waiting.say("Waiting for a schema", schema + ".");
        } else {
            waiting.kind(ended == null ? Banner.Kind.WARN : Banner.Kind.DANGER);
            waiting.say(
                    ended == null ? "Waiting for the broker. " + failure.what() : failure.what(),
                    failure.whyAndRemedy());
        }
        mark(markOf(progress, ended, trouble));
        matches.show(progress, ended);
        stateWords.setText(stateOf(progress, ended));
        if (progress == null) {
            return;
        }
        tested.setText(Numbers.grouped(progress.totals().read()));
        matched.setText(Numbers.grouped(progress.totals().matched()));
        totals.show(progress, progress.totals(), ended != null);
        partitions.getItems().setAll(progress.partitions());
        double rows = Math.min(MOST_ROWS, progress.partitions().size());
        partitions.setMinHeight(HEAD + Math.min(LEAST_ROWS, rows) * ROW);
        partitions.setPrefHeight(HEAD + rows * ROW);
    }

    private static String stateOf(@Nullable SearchProgress progress, @Nullable SearchCertificate ended) {
        if (progress == null) {
            return "Idle";
        }
        return ended != null ? "Ended" : progress.trouble() == null ? "Searching" : "Waiting";
    }

    private static Mark markOf(
            @Nullable SearchProgress progress, @Nullable SearchCertificate ended, @Nullable BrokerFailure trouble) {
        if (ended != null) {
            return ended.end() == SearchEnd.FAILED ? Mark.FAILED : Mark.NONE;
        }
        return progress == null ? Mark.NONE : trouble == null ? Mark.LIVE : Mark.BUSY;
    }

    @Override
    public void search(String filter, SearchScope scope) {
        model.question().ask(filter, scope);
        model.start();
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node inspector() {
        return side;
    }

    @Override
    public List<Node> statusCounts() {
        return List.of(status);
    }

    @Override
    public List<Node> statusState() {
        return List.of(state);
    }

    @Override
    public void focus() {
        form.focusField();
    }

    @Override
    public void close() {
        model.close();
        matches.found().close();
    }
}
