package dev.surveyor.ui.records;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table have which colour: rules in order, of which the first that matches wins; kept per topic. For the
 * JavaFX thread only.
 */
public final class HighlightRules {

    private final FilterLanguage language;
    private final KeptRules kept;
    private final HighlightDecisions decisions;
    private final Consumer<Boolean> askForTransactions;
    private final Runnable redraw;
    private final ObservableList<HighlightRule> rules = FXCollections.observableArrayList();
    private final ObservableList<HighlightRule> shown = FXCollections.unmodifiableObservableList(rules);
    private final BooleanProperty editing = new SimpleBooleanProperty();

    /**
     * @param topics whose records these are; the rules are kept for them
     * @param askForTransactions told whether a rule needs to know what became of transactions
     * @param redraw draws the rows on the screen again
     */
    HighlightRules(
            FilterLanguage language,
            String topics,
            RecordTools tools,
            Consumer<Boolean> askForTransactions,
            Runnable redraw) {
        this.language = language;
        this.kept = new KeptRules(tools.settings(), topics);
        this.decisions = new HighlightDecisions(tools.background(), tools.ui(), System::nanoTime, redraw);
        this.askForTransactions = askForTransactions;
        this.redraw = redraw;
        rules.setAll(kept.read());
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
        change(() -> rules.add(new HighlightRule(filter, colour, true)));
        return true;
    }

    /**
     * Gives what matches the filter a colour before all other rules; a rule of the same filter moves there. Returns what
     * takes that back.
     */
    public Runnable prefer(String filter, HighlightColour colour) {
        List<HighlightRule> before = List.copyOf(rules);
        HighlightRule rule = new HighlightRule(filter, colour, true);
        change(() -> {
            rules.removeIf(other -> other.filter().equals(rule.filter()));
            rules.add(0, rule);
        });
        return () -> change(() -> rules.setAll(before));
    }

    /** Changes the rule of that index, unless the new filter is none. */
    public void replace(int index, HighlightRule rule) {
        boolean sameFilter = rules.get(index).filter().equals(rule.filter());
        if (sameFilter || problem(rule.filter()).isEmpty()) {
            change(() -> rules.set(index, rule));
        }
    }

    /** Moves a rule up (-1) or down (1); returns its index then. */
    public int move(int index, int by) {
        int to = Math.max(0, Math.min(rules.size() - 1, index + by));
        if (to != index) {
            List<HighlightRule> moved = new ArrayList<>(rules);
            moved.add(to, moved.remove(index));
            change(() -> rules.setAll(moved));
        }
        return to;
    }

    /** Deletes a rule, and returns what brings it back to its place. */
    public Runnable delete(int index) {
        HighlightRule gone = rules.get(index);
        change(() -> rules.remove(index));
        return () -> change(() -> rules.add(Math.min(index, rules.size()), gone));
    }

    /** Asks the rules anew when a row is drawn next: something about the records may have become known. */
    void askAgain() {
        decisions.forget();
    }

    /** Asks nothing more in the background. */
    void close() {
        decisions.use(List.of());
    }

    private void change(Runnable change) {
        change.run();
        kept.write(rules);
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
        decisions.use(tests);
        askForTransactions.accept(transactions);
    }
}
