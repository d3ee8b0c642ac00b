package dev.surveyor.ui.records.highlight;

import dev.surveyor.ui.parts.Shown;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/**
 * What is to be said of the filter of a rule, below its field: what is wrong with it, or, while it is being typed and only
 * its end is missing, what it goes on with. Takes no room where there is nothing to say.
 */
final class RuleError extends Label {

    private static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");

    private final HighlightRules rules;

    RuleError(String id, HighlightRules rules) {
        this.rules = rules;
        setId(id);
        getStyleClass().addAll("query-error", "highlight-error");
        Shown.when(this, textProperty().isNotEmpty());
    }

    /** Looks at a filter that is being typed. */
    void typed(String filter) {
        String continuation = rules.continuation(filter);
        pseudoClassStateChanged(UNFINISHED, !continuation.isEmpty());
        setText(continuation.isEmpty() ? rules.problem(filter) : continuation);
    }

    /** Looks at a filter that is to be in force: one that is unfinished counts as wrong. */
    void asked(String filter) {
        pseudoClassStateChanged(UNFINISHED, false);
        setText(rules.problem(filter));
    }

    /** Says nothing. */
    void clear() {
        setText("");
    }
}
