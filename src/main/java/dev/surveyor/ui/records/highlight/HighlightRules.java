package dev.surveyor.ui.records.highlight;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.service.failure.Faults;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table have which colour: rules in order, of which the first that matches wins; the same for all tables
 * of a topic. For the JavaFX thread only.
 */
public final class HighlightRules {

    private final FilterLanguage language;
    private final HighlightDecisions decisions;
    private final Consumer<Boolean> askForTransactions;
    private final Runnable redraw;
    private final ObservableList<HighlightRule> rules;
    private final ObservableList<HighlightRule> shown;
    private final ListChangeListener<HighlightRule> listener = change -> changed();
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

    /**
     * @param topics whose records these are; the rules are kept for them
     * @param askForTransactions told whether a rule needs to know what became of transactions
     * @param redraw draws the rows on the screen again
     */
    public HighlightRules(
            FilterLanguage language,
            String topics,
            KeptRules kept,
            Executor background,
            UiExecutor ui,
            Consumer<Boolean> askForTransactions,
            Runnable redraw) {
        this.language = language;
        this.decisions = new HighlightDecisions(
                background,
                ui,
                System::nanoTime,
                redraw,
                thrown -> failure.set(Faults.sentence("A rule cannot be asked about some records", thrown)));
        this.askForTransactions = askForTransactions;
        this.redraw = redraw;
        this.rules = kept.of(topics);
        this.shown = FXCollections.unmodifiableObservableList(rules);
        rules.addListener(listener);
        compile();
    }

    // Properties

    /** Returns the rules, the one that is asked first at the front. */
    public ObservableList<HighlightRule> rules() {
        return shown;
    }

    /** Returns whether the rules stand open to be edited. */
    public BooleanProperty editingProperty() {
        return editing;
    }

    /** Returns what went wrong when a rule was asked, in a sentence; empty where nothing did since the rules changed. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Returns the colour of a record's row; null where no rule matches, or that is not known yet. */
    public @Nullable HighlightColour of(ConsumedRecord record) {
        return decisions.of(record);
    }

    /** Returns {@code col 14: expected a value after =}, empty for what can be a rule. */
    public String problem(String filter) {
        if (filter.isBlank()) {
            return "col 1: expected a filter";
        }
        return language.compile(filter.strip()) instanceof FilterResult.Invalid invalid
                ? invalid.error().toString()
                : "";
    }

    /** Returns {@code col 14: goes on: a value after =} where only the end is missing, else empty. */
    public String continuation(String filter) {
        return language.compile(filter.strip()) instanceof FilterResult.Invalid invalid
                        && invalid.error().unfinished()
                ? invalid.error().continuation()
                : "";
    }

    /** Returns whether the filter is one that the record matches; for small keys only, as it is asked at once. */
    public boolean matches(String filter, ConsumedRecord record) {
        return language.compile(filter) instanceof FilterResult.Compiled compiled
                && compiled.filter().matches(record);
    }

    // Commands

    /** Adds a rule behind all others; returns whether it is one. */
    public boolean add(String filter, HighlightColour colour) {
        if (!problem(filter).isEmpty()) {
            return false;
        }
        rules.add(new HighlightRule(filter, colour, true));
        return true;
    }

    /**
     * Gives what matches the filter a colour before all other rules; a rule of the same filter moves there. Returns what
     * takes that back.
     */
    public Runnable prefer(String filter, HighlightColour colour) {
        List<HighlightRule> before = List.copyOf(rules);
        HighlightRule rule = new HighlightRule(filter, colour, true);
        List<HighlightRule> now = new ArrayList<>(before);
        now.removeIf(other -> other.filter().equals(rule.filter()));
        now.add(0, rule);
        rules.setAll(now);
        return () -> {
            List<HighlightRule> back = new ArrayList<>(rules);
            back.remove(rule);
            before.stream()
                    .filter(other -> other.filter().equals(rule.filter()))
                    .forEach(other -> back.add(Math.min(before.indexOf(other), back.size()), other));
            rules.setAll(back);
        };
    }

    /** Changes the rule of that index, unless the new filter is none. */
    public void replace(int index, HighlightRule rule) {
        boolean sameFilter = rules.get(index).filter().equals(rule.filter());
        if (sameFilter || problem(rule.filter()).isEmpty()) {
            rules.set(index, rule);
        }
    }

    /** Moves a rule up (-1) or down (1); returns its index then. */
    public int move(int index, int by) {
        int to = Math.max(0, Math.min(rules.size() - 1, index + by));
        if (to != index) {
            List<HighlightRule> moved = new ArrayList<>(rules);
            moved.add(to, moved.remove(index));
            rules.setAll(moved);
        }
        return to;
    }

    /** Deletes a rule, and returns what brings it back to its place. */
    public Runnable delete(int index) {
        HighlightRule gone = rules.get(index);
        rules.remove(index);
        return () -> rules.add(Math.min(index, rules.size()), gone);
    }

    /** Asks the rules anew when a row is drawn next: something about the records may have become known. */
    public void askAgain() {
        decisions.forget();
    }

    /** Asks nothing more in the background, whatever other tables change. */
    public void close() {
        rules.removeListener(listener);
        decisions.use(List.of());
    }

    private void changed() {
        compile();
        redraw.run();
    }

    private void compile() {
        List<HighlightDecisions.Test> tests = new ArrayList<>();
        boolean transactions = false;
        for (HighlightRule rule : rules) {
            if (rule.on()
                    && !rule.filter().isEmpty()
                    && language.compile(rule.filter()) instanceof FilterResult.Compiled compiled) {
                tests.add(new HighlightDecisions.Test(compiled.filter(), rule.colour()));
                transactions |= compiled.anyOutcome() != null;
            }
        }
        failure.set("");
        decisions.use(tests);
        askForTransactions.accept(transactions);
    }
}
