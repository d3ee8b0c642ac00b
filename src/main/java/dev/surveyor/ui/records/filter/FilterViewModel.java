package dev.surveyor.ui.records.filter;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.FilterError;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.filter.FilterText;
import dev.surveyor.filter.RecordFilter;
import dev.surveyor.filter.Transactions;
import dev.surveyor.filter.Verdict;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.ui.records.transactions.TransactionMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The filter field: checks while the user types, applies when told, and keeps the old result while a text is wrong. */
public final class FilterViewModel {

    private static final int HISTORY = 10;

    private final RecordBuffer buffer;
    private final FilterLanguage language;
    private final Runnable onApplied;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper applied = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper unfinished = new ReadOnlyBooleanWrapper();
    private final BooleanProperty showGaps = new SimpleBooleanProperty(true);
    private final BooleanProperty skipWhileFetching = new SimpleBooleanProperty(false);
    private final List<String> history = new ArrayList<>();
    private final TransactionMarks transactions;
    private FilterResult.@Nullable Compiled current;

    public FilterViewModel(
            RecordBuffer buffer, FilterLanguage language, TransactionMarks transactions, Runnable onApplied) {
        this.buffer = buffer;
        this.language = language;
        this.transactions = transactions;
        this.onApplied = onApplied;
        text.addListener((source, before, now) -> check());
        showGaps.addListener((source, before, now) -> show());
        skipWhileFetching.addListener((source, before, now) -> show());
        transactions.hidingProperty().addListener((source, before, now) -> show());
        transactions.changesProperty().addListener((source, before, now) -> {
            if (asksForTransactions() || transactions.hidingProperty().get()) {
                show();
            }
        });
        if (transactions.hidingProperty().get()) {
            show();
        }
    }

    // Properties

    public StringProperty textProperty() {
        return text;
    }

    /**
     * Returns {@code col 14: expected a value after =}, or {@code col 14: goes on: a value after =} while the text is
     * unfinished; empty while it is valid.
     */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Returns the text of the filter that is in force, empty for none. */
    public ReadOnlyStringProperty appliedProperty() {
        return applied.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /**
     * Returns whether only the end of the text is missing while it is being typed: it is not valid, and nothing is wrong
     * with it. False once it was to be put in force all the same.
     */
    public ReadOnlyBooleanProperty unfinishedProperty() {
        return unfinished.getReadOnlyProperty();
    }

    /** Returns whether offsets that were not delivered are rows. */
    public BooleanProperty showGapsProperty() {
        return showGaps;
    }

    /** Returns whether records that do not match are thrown away while they are fetched. */
    public BooleanProperty skipWhileFetchingProperty() {
        return skipWhileFetching;
    }

    /** Returns whether the filter in force is about transactions, which are looked up a little after a record came. */
    public boolean asksForTransactions() {
        return current != null && current.anyOutcome() != null;
    }

    /** Returns the last filters that were applied, newest first. */
    public List<String> history() {
        return List.copyOf(history);
    }

    // Commands

    /** Puts the text in force, unless it is wrong; one that is unfinished counts as wrong then. */
    public void apply() {
        FilterResult result = language.compile(text.get().strip());
        if (result instanceof FilterResult.Invalid invalid) {
            reject(invalid.error(), false);
        } else if (result instanceof FilterResult.Compiled compiled) {
            current = text.get().isBlank() ? null : compiled;
            applied.set(text.get().strip());
            remember(applied.get());
            transactions.serveFilter(asksForTransactions());
            show();
        }
    }

    /** Sets the text and puts it in force. */
    public void apply(String newText) {
        text.set(newText);
        apply();
    }

    /** Takes over what another filter had in force, what is being typed, and its history. */
    public void continueFrom(FilterViewModel other) {
        showGaps.set(other.showGaps.get());
        skipWhileFetching.set(other.skipWhileFetching.get());
        history.addAll(other.history);
        apply(other.applied.get());
        text.set(other.text.get());
    }

    /** Adds a condition to the text and puts the whole in force. */
    public void narrow(String condition) {
        String before = applied.get();
        apply(before.isEmpty() ? condition : FilterText.and(before, condition));
    }

    /** Asks the filter in force again about every record, as keys and values may read differently now. */
    public void askAgain() {
        if (language.compile(applied.get()) instanceof FilterResult.Compiled compiled
                && !applied.get().isEmpty()) {
            current = compiled;
            show();
        }
    }

    public void clear() {
        apply("");
    }

    private void show() {
        FilterResult.Compiled filter = current;
        Predicate<ConsumedRecord> typed = filter == null ? RecordBuffer.ALL : filter.filter()::matches;
        boolean hiding = transactions.hidingProperty().get();
        Predicate<ConsumedRecord> shown = hiding ? notAborted().and(typed) : typed;
        RecordFilter later = filter == null ? null : filter.anyOutcome();
        if (skipWhileFetching.get() && (hiding || later != null)) {
            // What its transaction may still make a match must be kept until that is known.
            Predicate<ConsumedRecord> possible = later == null ? typed : later::matches;
            buffer.show(shown, showGaps.get(), possible.negate());
        } else {
            buffer.show(shown, showGaps.get(), skipWhileFetching.get());
        }
        onApplied.run();
    }

    /** Hiding is the filter {@code !is:aborted} beside the one that was typed. */
    private Predicate<ConsumedRecord> notAborted() {
        Transactions known = transactions.known();
        return record -> known.aborted(record) == Verdict.NO_MATCH;
    }

    private void check() {
        if (language.compile(text.get().strip()) instanceof FilterResult.Invalid invalid) {
            reject(invalid.error(), invalid.error().unfinished());
        } else {
            error.set("");
            unfinished.set(false);
            valid.set(true);
        }
    }

    private void reject(FilterError reason, boolean goesOn) {
        error.set(goesOn ? reason.continuation() : reason.toString());
        unfinished.set(goesOn);
        valid.set(false);
    }

    private void remember(String filter) {
        if (!filter.isEmpty()) {
            history.remove(filter);
            history.add(0, filter);
            if (history.size() > HISTORY) {
                history.remove(HISTORY);
            }
        }
    }
}
