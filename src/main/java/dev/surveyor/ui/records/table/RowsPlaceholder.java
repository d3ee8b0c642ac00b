package dev.surveyor.ui.records.table;

import dev.surveyor.ui.parts.Numbers;
import dev.surveyor.ui.records.OlderRecords;
import dev.surveyor.ui.records.RecordTableViewModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What stands in place of rows where there are none, and why. */
public final class RowsPlaceholder extends VBox {

    private final RecordTableViewModel model;
    private final Label words = new Label();
    private final Label hint = new Label();
    private final Button clearFilter = new Button("Clear filter");
    private final Button searchOlder = new Button("Also search older records…");
    private final HBox ways = new HBox(8, clearFilter);

    public RowsPlaceholder(RecordTableViewModel model, OlderRecords older) {
        this.model = model;
        getStyleClass().add("rows-placeholder");
        setAlignment(Pos.CENTER);
        words.setId("records-empty");
        hint.getStyleClass().add("caption");
        clearFilter.setId("records-empty-clear-filter");
        clearFilter.getStyleClass().addAll("sv-button", "small");
        clearFilter.setOnAction(event -> model.filter().clear());
        searchOlder.setId("records-empty-search-older");
        searchOlder.getStyleClass().addAll("sv-button", "small");
        searchOlder.setTooltip(new Tooltip("Searches what the topic keeps before these records, with this filter"));
        searchOlder.setOnAction(event -> older.search());
        ways.setAlignment(Pos.CENTER);
        if (older.searchable()) {
            ways.getChildren().add(searchOlder);
        }
        getChildren().addAll(words, hint, ways);
        model.feed().countsProperty().addListener((source, before, now) -> show());
        model.consumer().stateProperty().addListener((source, before, now) -> show());
        model.consumer().endsProperty().addListener((source, before, now) -> show());
        show();
    }

    private void show() {
        int kept = model.feed().countsProperty().get().kept();
        boolean hidden = kept > 0 && model.rows().isEmpty();
        ways.setVisible(hidden);
        ways.setManaged(hidden);
        if (hidden) {
            words.setText("0 of " + Numbers.grouped(kept) + " buffered records match");
            hint.setText("");
            return;
        }
        words.setText(
                switch (model.consumer().stateProperty().get()) {
                    case IDLE -> "";
                    case CONNECTING -> "Connecting…";
                    case STOPPED, FAILED -> "No records were read";
                    case RECONNECTING -> "Waiting for the cluster";
                    case REBALANCING -> "Waiting for the group to assign partitions";
                    default -> "Joined. Waiting for the first record";
                });
        hint.setText(
                model.consumer().stateProperty().get().running()
                        ? model.consumer().endsProperty().get()
                        : "");
    }
}
