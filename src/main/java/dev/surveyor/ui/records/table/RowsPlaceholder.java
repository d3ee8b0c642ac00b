package dev.surveyor.ui.records.table;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.consume.LookBack;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.service.consume.WaitingWords;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.records.consume.TableState;
import dev.surveyor.ui.records.filter.OlderRecords;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What stands in place of rows where there are none, and why. */
public final class RowsPlaceholder extends VBox {

    private final RecordTableViewModel model;
    private final Label words = new Label();
    private final Label hint = new Label();
    private final Button clearFilter = Controls.button("records-empty-clear-filter", "Clear filter", "", "small");
    private final Button searchOlder = Controls.button(
            "records-empty-search-older",
            "Also search older records…",
            "Searches what the topic keeps before these records, with this filter",
            "small");
    private final Button showAborted =
            Controls.button("records-empty-show-aborted", "Show aborted records", "", "small");
    private final HBox ways = new HBox(8, clearFilter, showAborted);

    public RowsPlaceholder(RecordTableViewModel model, OlderRecords older) {
        this.model = model;
        getStyleClass().add("rows-placeholder");
        setAlignment(Pos.CENTER);
        words.setId("records-empty");
        hint.getStyleClass().add("caption");
        clearFilter.setOnAction(event -> model.filter().clear());
        searchOlder.setOnAction(event -> older.search());
        showAborted.setOnAction(event -> model.transactions().hiddenProperty().set(false));
        ways.setAlignment(Pos.CENTER);
        if (older.searchable()) {
            ways.getChildren().add(searchOlder);
        }
        getChildren().addAll(words, hint, ways);
        model.feed().countsProperty().addListener((source, before, now) -> show());
        model.consume().consumer().stateProperty().addListener((source, before, now) -> show());
        model.filter().appliedProperty().addListener((source, before, now) -> show());
        model.transactions().hiddenProperty().addListener((source, before, now) -> show());
        model.transactions().doubtProperty().addListener((source, before, now) -> show());
        model.consume().consumer().positionsProperty().addListener((source, before, now) -> show());
        model.consume().consumer().lookBackProperty().addListener((source, before, now) -> show());
        show();
    }

    private void show() {
        int kept = model.feed().countsProperty().get().kept();
        boolean hidden = kept > 0 && model.feed().rows().isEmpty();
        Shown.set(ways, hidden);
        if (hidden) {
            hidden(kept, !model.filter().appliedProperty().get().isEmpty());
            return;
        }
        TableState state = model.consume().consumer().stateProperty().get();
        LookBack lookBack = model.consume().consumer().lookBackProperty().get();
        String looking = WaitingWords.looking(lookBack);
        if (looking != null && lookBack != null && state == TableState.CONNECTING) {
            words.setText(looking);
            hint.setText(WaitingWords.wentBack(lookBack));
            return;
        }
        List<PartitionPosition> positions =
                model.consume().consumer().positionsProperty().get();
        ConsumeChoice choice = model.consume().choiceProperty().get();
        words.setText(
                switch (state) {
                    case IDLE -> "";
                    case CONNECTING -> "Connecting…";
                    case STOPPED -> "Stopped. No records are kept";
                    case FAILED -> "Failed. No records are kept";
                    case RECONNECTING -> "Waiting for the cluster";
                    case REBALANCING -> "Waiting for the group to assign partitions";
                    case PAUSED_BY_USER, PAUSED_BUFFER -> "Paused before the first record";
                    case LIVE, BROWSING, WAITING ->
                        WaitingWords.what(
                                choice,
                                positions,
                                model.consume().subscription().severalTopics());
                });
        hint.setText(
                state.running()
                        ? WaitingWords.why(choice, positions)
                        : state == TableState.IDLE ? "" : "Start reads again");
    }

    private void hidden(int kept, boolean filtered) {
        boolean hiding = model.transactions().hiddenProperty().get();
        words.setText("0 of " + Counted.of(kept, "buffered record") + " "
                + (filtered || !hiding ? "match" : "are shown: aborted ones are hidden"));
        hint.setText(filtered && hiding ? "Records of aborted transactions are hidden" : doubt());
        Shown.set(clearFilter, filtered);
        // No search knows of transactions.
        Shown.set(searchOlder, filtered && !model.filter().asksForTransactions());
        Shown.set(showAborted, hiding);
    }

    private String doubt() {
        String doubt = model.transactions().doubtProperty().get();
        return doubt.isEmpty() ? "" : "Transactions: " + doubt;
    }
}
