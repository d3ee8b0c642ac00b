package dev.surveyor.ui.log;

import dev.surveyor.domain.time.Times;
import dev.surveyor.service.failure.Problem;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.EmptyState;
import dev.surveyor.ui.parts.FilledListCell;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyleSheets;
import dev.surveyor.ui.parts.Uncut;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What went wrong: on the left one row per failure with its count, on the right the selected one in full. */
public final class ProblemsView extends VBox {

    private final ProblemsViewModel model;
    private final ListView<Problem> list = new ListView<>();
    private final Label what = label("problems-what", "semibold");
    private final Label why = label("problems-why", "body-12");
    private final Label remedies = label("problems-remedies", "body-12");
    private final Label when = label("problems-when", "caption");
    private final TextArea details = new TextArea();
    private final VBox detail = new VBox(4);
    private @Nullable Problem shown;

    public ProblemsView(ProblemsViewModel model) {
        this.model = model;
        getStylesheets().add(StyleSheets.of(ProblemsView.class));
        getStyleClass().add("log-panel");
        HBox both = new HBox(list(), detail());
        EmptyState empty = new EmptyState(Feather.CHECK_CIRCLE, "No problems", "What fails is kept here.");
        var none = Bindings.isEmpty(model.problems());
        empty.visibleProperty().bind(none);
        both.visibleProperty().bind(none.not());
        StackPane stack = new StackPane(both, empty);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().add(stack);
        bind();
    }

    private static Label label(String id, String styleClass) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node list() {
        list.setId("problems-list");
        list.setItems(model.problems());
        list.setFixedCellSize(26);
        list.setCellFactory(view -> new ProblemCell());
        return list;
    }

    private Node detail() {
        details.setId("problems-details");
        details.setAccessibleText("Report of the problem");
        details.setEditable(false);
        details.getStyleClass().add("mono");
        VBox.setVgrow(details, Priority.ALWAYS);
        Button copy = Controls.button(
                "problems-copy",
                "_Copy",
                "",
                () -> {
                    if (shown != null) {
                        model.copy(shown);
                    }
                },
                "small");
        copy.setGraphic(new FontIcon(Feather.COPY));
        Button clear = Controls.button("problems-clear", "Clear _list", "", model::clear, "small");
        HBox buttons = new HBox(8, when, new Spacer(), copy, clear);
        buttons.setAlignment(Pos.CENTER_LEFT);
        detail.getChildren().addAll(buttons, what, why, remedies, details);
        detail.getStyleClass().add("problem-detail");
        HBox.setHgrow(detail, Priority.ALWAYS);
        return detail;
    }

    private void bind() {
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                show(now);
            }
        });
        model.problems().addListener((ListChangeListener<Problem>) change -> followShown());
        model.zone().addListener((property, before, now) -> list.refresh());
        followShown();
    }

    /** The selected problem may have come again, as another row; it stays the selected one. */
    private void followShown() {
        Problem last = shown;
        Problem now = model.problems().stream()
                .filter(problem -> last != null && problem.same(last.connection(), last.failure()))
                .findFirst()
                .orElse(model.problems().isEmpty() ? null : model.problems().get(0));
        if (now != null) {
            list.getSelectionModel().select(now);
            show(now);
        }
    }

    private void show(Problem problem) {
        shown = problem;
        what.setText(problem.failure().what());
        why.setText(problem.failure().why());
        remedies.setText("Try: " + String.join(" · ", problem.failure().remedies()));
        Times times = new Times(model.zone().getValue());
        when.setText(problem.connection() + " · "
                + (problem.times() == 1
                        ? times.time(problem.last())
                        : "×" + problem.times() + ", " + times.time(problem.first()) + " to "
                                + times.time(problem.last())));
        details.setText(problem.failure().details());
        details.setVisible(!problem.failure().details().isBlank());
    }

    private static final class ProblemCell extends FilledListCell<Problem> {
        private final FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
        private final Label times = new Label();
        private final Label words = new Label();
        private final Label connection = new Label();
        private final HBox row = new HBox(8, icon, words, times, connection);

        ProblemCell() {
            icon.getStyleClass().addAll("warn", "small-icon");
            times.getStyleClass().add("count-badge");
            Uncut.keep(times);
            words.setMinWidth(0);
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            connection.getStyleClass().add("caption");
            Uncut.keep(connection);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void show(Problem item) {
            words.setText(item.failure().what());
            times.setText("×" + item.times());
            times.setVisible(item.times() > 1);
            connection.setText(item.connection());
            setGraphic(row);
        }
    }
}
