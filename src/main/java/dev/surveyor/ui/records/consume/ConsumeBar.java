package dev.surveyor.ui.records.consume;

import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.records.rows.RowFeed;
import java.time.Clock;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar with the chips, and Pause, Stop and Follow. */
public final class ConsumeBar extends HBox {

    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final ConsumeViewModel model;
    private final RowFeed feed;
    private final Runnable browse;
    private final ModeMenu mode;
    private final Button pause =
            Controls.button("records-pause", "", "Stop fetching and keep polling, so that membership survives (F8)");
    private final Button run = Controls.button("records-run", "", "");
    private final Button follow = Controls.button("records-follow", "Follow", "");
    private final Label pauseKey = new Label("F8");
    private final Circle followDot = new Circle(4);
    private final FontIcon pauseIcon = new FontIcon(Feather.PAUSE);
    private final FontIcon runIcon = new FontIcon(Feather.PLAY);

    /**
     * @param joining asks before a group is joined
     * @param partitions the chip of the partitions
     * @param browse stays with the rows that are on the screen
     */
    public ConsumeBar(
            ConsumeViewModel model,
            RowFeed feed,
            JoinQuestion joining,
            Node partitions,
            Runnable browse,
            Dialogs dialogs,
            Clock clock) {
        this.model = model;
        this.feed = feed;
        this.browse = browse;
        StartQuestions questions = new StartQuestions(dialogs, clock);
        MenuButton start = new StartMenu(model, questions, clock).chip();
        mode = new ModeMenu(model, questions, joining);
        getStyleClass().addAll("records-bar", "consume-bar");
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(mode.chip(), Priority.NEVER);
        makeButtons();
        getChildren().addAll(start, mode.chip(), partitions, new Spacer(), pause, run, follow);
        bind();
    }

    private void makeButtons() {
        pauseKey.getStyleClass().add("key-hint");
        HBox pauseGraphic = new HBox(8, pauseIcon, new Label(), pauseKey);
        pauseGraphic.setAlignment(Pos.CENTER_LEFT);
        pause.setOnAction(event -> model.togglePause());
        run.setGraphic(runIcon);
        run.setOnAction(event -> toggleRun());
        followDot.getStyleClass().add("follow-dot");
        follow.setOnAction(event -> toggleFollow());
        for (Button button : new Button[] {pause, run, follow}) {
            Uncut.keep(button);
        }
    }

    @Override
    protected void layoutChildren() {
        double wanted = snappedLeftInset() + snappedRightInset() + (mode.brief() ? mode.widthOfDetail() : 0);
        for (Node child : getManagedChildren()) {
            wanted += snapSizeX(child.prefWidth(-1)) + getSpacing();
        }
        mode.brief(wanted - getSpacing() > getWidth());
        super.layoutChildren();
    }

    public void toggleRun() {
        if (model.consumer().stateProperty().get().running()) {
            model.stop();
        } else {
            model.start();
        }
    }

    private void toggleFollow() {
        if (feed.position().followingProperty().get()) {
            browse.run();
        } else {
            feed.follow();
        }
    }

    private void bind() {
        model.consumer().stateProperty().addListener((source, before, now) -> show());
        feed.newestFirstProperty().addListener((source, before, now) -> show());
        feed.position().followingProperty().addListener((source, before, now) -> show());
        show();
    }

    private void show() {
        TableState state = model.consumer().stateProperty().get();
        boolean running = state.running();
        boolean following = feed.position().followingProperty().get();
        boolean paused = state.paused();
        boolean up = feed.newestFirstProperty().get();
        pauseIcon.setIconCode(paused ? Feather.PLAY : Feather.PAUSE);
        HBox words = new HBox(8, pauseIcon, new Label(paused ? "Resume" : "Pause"), pauseKey);
        words.setAlignment(Pos.CENTER_LEFT);
        pause.setGraphic(words);
        pause.setAccessibleText(paused ? "Resume fetching" : "Pause fetching");
        Shown.set(pause, running);
        pause.pseudoClassStateChanged(ON, paused);
        runIcon.setIconCode(running ? Feather.SQUARE : Feather.PLAY);
        run.setText(running ? "Stop" : "Start");
        run.setTooltip(new Tooltip(running ? "Stop reading; the rows stay (Ctrl+E)" : "Start reading (Ctrl+E)"));
        run.pseudoClassStateChanged(ON, !running);
        Shown.set(follow, running);
        follow.pseudoClassStateChanged(ON, following);
        HBox followWords = new HBox(8, new FontIcon(up ? Feather.ARROW_UP : Feather.ARROW_DOWN), new Label("Follow"));
        followWords.setAlignment(Pos.CENTER_LEFT);
        if (following) {
            followWords.getChildren().add(followDot);
        }
        follow.setTooltip(new Tooltip("Stay at the newest record (" + (up ? "Home" : "End") + ")"));
        follow.setText("");
        follow.setGraphic(followWords);
        follow.setAccessibleText(following ? "Follow, on" : "Follow, off");
    }
}
