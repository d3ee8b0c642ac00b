package dev.surveyor.ui.records.highlight;

import dev.surveyor.service.rows.Notice;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The highlight rules above the rows that they colour: every change is seen at once. Closed, it takes no room. */
public final class HighlightEditor extends VBox implements RuleRow.Actions {

    private final HighlightRules rules;
    private final Consumer<Notice> tell;
    private final Runnable toTable;
    private final VBox rows = new VBox();
    private final TextField typed = new TextField();
    private final ColourButton colour = new ColourButton("highlight-add-colour", chosen -> {});
    private final RuleError error;

    /**
     * @param tell says something in the strip above the rows
     * @param toTable puts the focus on the rows
     */
    public HighlightEditor(HighlightRules rules, Consumer<Notice> tell, Runnable toTable) {
        this.rules = rules;
        this.tell = tell;
        this.toTable = toTable;
        this.error = new RuleError("highlight-add-error", rules);
        setId("highlight-editor");
        getStyleClass().add("highlight-editor");
        rows.getStyleClass().add("highlight-rules");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("highlight-scroll");
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Shown.when(scroll, Bindings.isNotEmpty(rules.rules()));
        getChildren().addAll(head(), scroll, newRule(), error);
        Shown.when(this, rules.editingProperty());
        rules.rules().addListener((ListChangeListener<HighlightRule>) change -> show());
        rules.editingProperty().addListener((source, before, now) -> {
            if (now) {
                typed.requestFocus();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        show();
    }

    private HBox head() {
        Label title = new Label("Highlight rules");
        title.getStyleClass().add("semibold");
        Uncut.keep(title);
        Label how = new Label();
        how.setId("highlight-note");
        how.getStyleClass().add("caption");
        how.textProperty()
                .bind(rules.failureProperty()
                        .map(failure -> failure.isEmpty()
                                ? "The first that matches wins. Kept for this topic. Records above 16 KiB get their"
                                        + " colour a moment later."
                                : failure));
        Button close = Controls.iconButton(
                "highlight-close", Feather.X, "Close the highlight rules (Esc)", this::close, "flat", "button-icon");
        HBox head = new HBox(8, title, how, new Spacer(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox newRule() {
        typed.setId("highlight-add-filter");
        typed.setPromptText("New rule: key:cust-42, value.status=failed, is:marked");
        typed.setAccessibleText("Filter of a new rule");
        HBox.setHgrow(typed, Priority.ALWAYS);
        typed.setOnAction(event -> add());
        typed.textProperty().addListener((source, before, now) -> {
            if (now.isBlank()) {
                error.clear();
            } else {
                error.typed(now);
            }
        });
        Button add = Controls.button("highlight-add", "Add", "Add behind the others (Enter)", this::add);
        Uncut.keep(add);
        HBox line = new HBox(colour, typed, add);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("highlight-rule");
        return line;
    }

    private void add() {
        if (rules.add(typed.getText(), colour.colour())) {
            typed.clear();
            colour.show(colour.colour().next());
        } else {
            error.asked(typed.getText());
        }
    }

    private void show() {
        int count = rules.rules().size();
        while (rows.getChildren().size() > count) {
            rows.getChildren().remove(rows.getChildren().size() - 1);
        }
        while (rows.getChildren().size() < count) {
            rows.getChildren().add(new RuleRow(rules, rows.getChildren().size(), this));
        }
        for (Node row : rows.getChildren()) {
            if (row instanceof RuleRow rule) {
                rule.refresh();
            }
        }
    }

    @Override
    public void move(int index, int by) {
        int to = rules.move(index, by);
        if (rows.getChildren().get(to) instanceof RuleRow row) {
            row.field().requestFocus();
        }
    }

    @Override
    public void delete(int index) {
        HighlightRule gone = rules.rules().get(index);
        Runnable undo = rules.delete(index);
        if (rules.rules().isEmpty()) {
            typed.requestFocus();
        }
        tell.accept(new Notice.Undoable("The highlight rule was deleted.", gone.filter(), undo));
    }

    private void close() {
        rules.editingProperty().set(false);
        toTable.run();
    }
}
