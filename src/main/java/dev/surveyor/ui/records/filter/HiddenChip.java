package dev.surveyor.ui.records.filter;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.records.transactions.TransactionMarks;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that records of aborted transactions are hidden, how many, and what is not known yet; shows them again. */
final class HiddenChip extends Button {

    private final TransactionMarks transactions;
    private final FilterViewModel filter;

    HiddenChip(TransactionMarks transactions, FilterViewModel filter) {
        this.transactions = transactions;
        this.filter = filter;
        setId("records-aborted-hidden");
        getStyleClass().add("chip-button");
        setGraphic(new FontIcon(Feather.X));
        setContentDisplay(ContentDisplay.RIGHT);
        Uncut.keep(this);
        setTooltip(new Tooltip("Show records of aborted transactions again.\n"
                + "While they are hidden, a record is shown once its transaction has been looked up, about a second"
                + " after it came; until then it is counted as filtered."));
        Shown.when(this, transactions.hiddenProperty());
        setOnAction(event -> transactions.hiddenProperty().set(false));
        transactions.changesProperty().addListener((source, before, now) -> show());
        transactions.doubtProperty().addListener((source, before, now) -> show());
        filter.appliedProperty().addListener((source, before, now) -> show());
        show();
    }

    private void show() {
        // A filter that asks for transactions says it beside its matches.
        String doubt =
                filter.asksForTransactions() ? "" : transactions.doubtProperty().get();
        setText("Aborted hidden: " + Numbers.grouped(transactions.aborted()) + (doubt.isEmpty() ? "" : " · " + doubt));
        setAccessibleText(getText() + ". Show records of aborted transactions again");
    }
}
