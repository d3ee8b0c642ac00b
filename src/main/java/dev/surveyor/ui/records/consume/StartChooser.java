package dev.surveyor.ui.records.consume;

import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.parts.Controls;
import java.time.Clock;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in place of the rows before anything was read: five ways to begin. */
public final class StartChooser extends VBox {

    private final ConsumeViewModel model;
    private final Runnable whenBegun;
    private final FlowPane choices = new FlowPane(12, 12);

    /**
     * @param whenBegun takes the focus, which would else go on to whatever comes next
     */
    public StartChooser(ConsumeViewModel model, Dialogs dialogs, Clock clock, Runnable whenBegun) {
        this.model = model;
        this.whenBegun = whenBegun;
        StartQuestions questions = new StartQuestions(dialogs, clock);
        setId("records-start-chooser");
        getStyleClass().add("start-chooser");
        setAlignment(Pos.CENTER);
        Label title = new Label("Where do you want to start?");
        title.getStyleClass().add("title-15");
        Label hint = new Label("Reading changes nothing on the cluster: no group is joined and nothing is committed.");
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        choices.setAlignment(Pos.CENTER);
        choices.setPrefWrapLength(680);
        add("new", "New records", "as they arrive", Feather.PLAY, () -> begin(new StartPosition.NewRecords()))
                .getStyleClass()
                .add("first");
        add(
                "last",
                "Last 100",
                "of each partition",
                Feather.SKIP_BACK,
                () -> begin(new StartPosition.LastRecords(100)));
        add("beginning", "Beginning", "all that is kept", Feather.REWIND, () -> begin(new StartPosition.Beginning()));
        add("time", "Time…", "from a moment on", Feather.CLOCK, () -> questions.askTime(this::begin));
        add("offset", "Offset…", "from a number on", Feather.HASH, () -> questions.askOffset(this::begin));
        getChildren().addAll(title, hint, choices);
    }

    /** Puts the focus on the first way to begin. */
    public void focusFirst() {
        choices.getChildren().get(0).requestFocus();
    }

    private Button add(String id, String words, String detail, Feather icon, Runnable action) {
        Label name = new Label(words);
        name.getStyleClass().add("semibold");
        Label more = new Label(detail);
        more.getStyleClass().add("caption");
        VBox content = new VBox(6, new FontIcon(icon), name, more);
        content.setAlignment(Pos.CENTER);
        Button button = Controls.button("records-begin-" + id, "", "", action, "start-choice");
        button.setAccessibleText(words + ", " + detail);
        button.setGraphic(content);
        choices.getChildren().add(button);
        return button;
    }

    private void begin(StartPosition position) {
        model.choose(model.choiceProperty().get().with(position));
        model.start();
        whenBegun.run();
    }
}
