package dev.surveyor.ui.records.highlight;

import dev.surveyor.ui.parts.Controls;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A rule that can be changed. What is typed counts from Enter on, or when the focus leaves; until then the old one does. */
final class RuleRow extends VBox {

    private final HighlightRules rules;
    private final int index;
    private final CheckBox on = new CheckBox();
    private final ColourButton colour;
    private final TextField filter = new TextField();
    private final Button up;
    private final Button down;
    private final RuleError error;
    private @Nullable HighlightRule shown;

    /** What the editor does for a row. */
    interface Actions {
        /** Moves the rule of an index, and keeps the focus on it. */
        void move(int index, int by);

        void delete(int index);
    }

    RuleRow(HighlightRules rules, int index, Actions actions) {
        this.rules = rules;
        this.index = index;
        this.error = new RuleError("highlight-error-" + index, rules);
        on.setId("highlight-on-" + index);
        on.setAccessibleText("Rule " + (index + 1) + " is on");
        on.setTooltip(new Tooltip("On or off"));
        on.setOnAction(event -> rules.replace(index, rule().withOn(on.isSelected())));
        colour = new ColourButton(
                "highlight-colour-" + index,
                chosen -> rules.replace(index, new HighlightRule(rule().filter(), chosen, rule().on())));
        filter.setId("highlight-filter-" + index);
        filter.setAccessibleText("Filter of rule " + (index + 1));
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.getStyleClass().add("highlight-filter");
        filter.setOnAction(event -> apply());
        filter.textProperty().addListener((source, before, now) -> error.typed(now));
        filter.focusedProperty().addListener((source, before, now) -> {
            if (!now) {
                apply();
            }
        });
        up = Controls.iconButton(
                "highlight-up-" + index,
                Feather.ARROW_UP,
                "Ask earlier (Alt+Up)",
                () -> actions.move(index, -1),
                "flat",
                "button-icon");
        down = Controls.iconButton(
                "highlight-down-" + index,
                Feather.ARROW_DOWN,
                "Ask later (Alt+Down)",
                () -> actions.move(index, 1),
                "flat",
                "button-icon");
        Button delete = Controls.iconButton(
                "highlight-delete-" + index,
                Feather.TRASH_2,
                "Delete this rule",
                () -> actions.delete(index),
                "flat",
                "button-icon");
        HBox line = new HBox(on, colour, filter, up, down, delete);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("highlight-rule");
        getChildren().addAll(line, error);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean upwards = event.getCode() == KeyCode.UP;
            if (event.isAltDown() && (upwards || event.getCode() == KeyCode.DOWN)) {
                apply();
                actions.move(index, upwards ? -1 : 1);
                event.consume();
            }
        });
    }

    /** Shows the rule that is at its index now; what is being typed for the same rule stays. */
    void refresh() {
        HighlightRule now = rule();
        up.setDisable(index == 0);
        down.setDisable(index == rules.rules().size() - 1);
        if (!now.equals(shown)) {
            boolean typing = shown != null && shown.filter().equals(now.filter());
            shown = now;
            on.setSelected(now.on());
            colour.show(now.colour());
            if (!typing) {
                filter.setText(now.filter());
            }
            error.typed(filter.getText());
        }
    }

    private HighlightRule rule() {
        return rules.rules().get(index);
    }

    private void apply() {
        if (getParent() != null && index < rules.rules().size()) {
            HighlightRule typed = new HighlightRule(filter.getText(), rule().colour(), rule().on());
            error.asked(typed.filter());
            if (!typed.equals(rule())) {
                rules.replace(index, typed);
            }
        }
    }

    /** Returns where the focus goes when this rule was moved or is to be edited. */
    Node field() {
        return filter;
    }
}
