package dev.surveyor.ui.shell;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.RunningTasks;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The bottom line: problems at the left, the counts of the selected page, its state at the right. */
final class StatusBar extends HBox {

    private final Button problems = Controls.withIcon(
            Feather.ALERT_TRIANGLE, Controls.button("status-problems", "", "", "status-button", "status-problems"));
    private final Label product = new Label();
    private final TaskList tasks = new TaskList();
    private final HBox counts = new HBox();
    private final HBox state = new HBox();
    private final Supplier<String> zone;

    StatusBar(String version, Supplier<String> zone, Runnable showProblems) {
        this.zone = zone;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        problems.setOnAction(event -> showProblems.run());
        product.setText("Surveyor " + version);
        product.getStyleClass().add("status-text");
        counts.setAlignment(Pos.CENTER_LEFT);
        state.setAlignment(Pos.CENTER_RIGHT);
        state.getStyleClass().add("status-state");
        Uncut.keep(state);
        getChildren().addAll(problems, tasks, product, counts, new Spacer(), state);
        problems(0);
        show(null);
    }

    /** Shows how many different problems there are; nothing where there is none. */
    void problems(int count) {
        problems.setText(Counted.of(count, "problem"));
        Shown.set(problems, count > 0);
    }

    /** Shows these tasks as they come and go. */
    void tasks(ObservableList<RunningTasks.Task> running) {
        tasks.show(running);
    }

    /** Shows the segments of a page, or that nothing is going on. */
    void show(@Nullable OpenPage page) {
        List<Node> ofPage = page == null ? List.of() : page.page().statusCounts();
        List<Node> stateOfPage = page == null ? List.of() : page.page().statusState();
        boolean idle = ofPage.isEmpty() && stateOfPage.isEmpty();
        Shown.set(product, idle);
        getStylesheets()
                .setAll(
                        page != null && page.page().content() instanceof Parent content
                                ? content.getStylesheets()
                                : List.of());
        counts.getChildren().setAll(ofPage);
        state.getChildren().setAll(idle ? idle() : stateOfPage);
    }

    private List<Node> idle() {
        return List.of(segment(zone.get()), segment("Idle"));
    }

    private static Label segment(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("status-text", "status-segment-left");
        return label;
    }
}
