package dev.surveyor.ui.records;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.filter.FilterText;
import dev.surveyor.service.consume.RecordBuffer;
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
    private final BooleanProperty showGaps = new SimpleBooleanProperty(true);
    private final BooleanProperty skipWhileFetching = new SimpleBooleanProperty(false);
    private final List<String> history = new ArrayList<>();
    private Predicate<ConsumedRecord> current = RecordBuffer.ALL;

    FilterViewModel(RecordBuffer buffer, FilterLanguage language, Runnable onApplied) {
        this.buffer = buffer;
        this.language = language;
        this.onApplied = onApplied;
        text.addListener((source, before, now) -> check());
        showGaps.addListener((source, before, now) -> show());
        skipWhileFetching.addListener((source, before, now) -> show());
    }

    // Properties

    public StringProperty textProperty() {
        return text;
    }

    /** Returns {@code col 14: expected a value after =}, empty while the text is valid. */
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

    /** Returns whether offsets that were not delivered are rows. */
    public BooleanProperty showGapsProperty() {
        return showGaps;
    }

    /** Returns whether records that do not match are thrown away while they are fetched. */
    public BooleanProperty skipWhileFetchingProperty() {
        return skipWhileFetching;
    }

    /** Returns the last filters that were applied, newest first. */
    public List<String> history() {
        return List.copyOf(history);
    }

    // Commands

    /** Puts the text in force, unless it is wrong. */
    public void apply() {
        if (language.compile(text.get().strip()) instanceof FilterResult.Compiled compiled) {
            current = text.get().isBlank() ? RecordBuffer.ALL : compiled.filter()::matches;
            applied.set(text.get().strip());
            remember(applied.get());
            show();
        }
    }

    /** Sets the text and puts it in force. */
    public void apply(String newText) {
        text.set(newText);
        apply();
    }

    /** Takes over what another filter had in force, what is being typed, and its history. */
    void continueFrom(FilterViewModel other) {
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
    void askAgain() {
        if (language.compile(applied.get()) instanceof FilterResult.Compiled compiled
                && !applied.get().isEmpty()) {
            current = compiled.filter()::matches;
            show();
        }
    }

    public void clear() {
        apply("");
    }

    private void show() {
        buffer.show(current, showGaps.get(), skipWhileFetching.get());
        onApplied.run();
    }

    private void check() {
        if (language.compile(text.get().strip()) instanceof FilterResult.Invalid invalid) {
            error.set(invalid.error().toString());
        } else {
            error.set("");
        }
        valid.set(error.get().isEmpty());
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
