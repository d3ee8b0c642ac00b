package dev.surveyor.ui.shell;

import dev.surveyor.ui.parts.ProgressLine;
import dev.surveyor.ui.parts.RunningTasks;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;

/** The long work that goes on, in the status bar: the oldest with how far it is and its cancel, the rest in a menu. */
final class TaskList extends HBox {

    private final MenuButton more = new MenuButton();

    TaskList() {
        getStyleClass().add("status-tasks");
        setAlignment(Pos.CENTER_LEFT);
        Uncut.keep(this);
        more.setId("status-tasks-more");
        more.getStyleClass().add("status-button");
    }

    /** Follows these tasks. */
    void show(ObservableList<RunningTasks.Task> running) {
        running.addListener((ListChangeListener<RunningTasks.Task>) change -> draw(running));
        draw(running);
    }

    private void draw(ObservableList<RunningTasks.Task> running) {
        getChildren().clear();
        more.getItems().clear();
        Shown.set(this, !running.isEmpty());
        if (running.isEmpty()) {
            return;
        }
        getChildren().add(line("status-task", running.get(0)));
        for (RunningTasks.Task task : running.subList(1, running.size())) {
            more.getItems().add(new CustomMenuItem(line("status-task-more", task), false));
        }
        if (running.size() > 1) {
            more.setText("+" + (running.size() - 1) + " more");
            getChildren().add(more);
        }
    }

    private static ProgressLine line(String id, RunningTasks.Task task) {
        ProgressLine line = new ProgressLine(id, task::cancel);
        InvalidationListener follow = source -> {
            double share = task.shareProperty().get();
            String percent = share < 0 ? "" : " " + (int) Math.floor(share * 100) + "\u00a0%";
            line.show(task.words() + percent, share);
        };
        task.shareProperty().addListener(follow);
        follow.invalidated(task.shareProperty());
        return line;
    }
}
