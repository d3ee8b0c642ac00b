package dev.surveyor.ui.records.jump;

import dev.surveyor.domain.time.Times;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Reads one record, or listens until nothing comes; while it waits it says for how long, and can be given up. */
public final class ReadOneMenu extends HBox {

    private static final Pattern TYPED = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)\\s*(ms|s|m|min|)");
    private static final String EXAMPLES = "seconds, or 500 ms, 10 s, 2 min";
    private static final String FORMS = "How long to wait at most: " + EXAMPLES;
    private static final Duration SHORT = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ReadOneModel model;
    private final Dialogs dialogs;
    private final SplitMenuButton button = new SplitMenuButton();
    private final Label waiting = new Label();
    private final Button cancel =
            Controls.iconButton("records-read-cancel", Feather.X, "Do not wait any longer", "flat", "button-icon");
    private @Nullable Duration timeout = SHORT;

    public ReadOneMenu(ReadOneModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("read-one");
        button.setId("records-read-one");
        button.setText("Read one");
        button.setGraphic(new FontIcon(Feather.DOWNLOAD));
        Uncut.keep(button);
        button.getStyleClass().add("flat");
        button.setTooltip(new Tooltip("Read the next record and stay paused (F9)"));
        button.setOnAction(event -> readAgain());
        button.getItems()
                .addAll(
                        Controls.item("records-read-wait-5", "Read one, wait 5 s", () -> read(SHORT)),
                        Controls.item("records-read-wait-30", "Read one, wait 30 s", () -> read(LONG)),
                        Controls.item(
                                "records-read-wait-other", "Read one, wait…", () -> ask("Read one record", this::read)),
                        Controls.item("records-read-wait-forever", "Read one, wait until it comes", () -> read(null)),
                        new SeparatorMenuItem(),
                        Controls.item("records-read-listen", "Listen until stopped", () -> model.listen(null)),
                        Controls.item(
                                "records-read-listen-5",
                                "Listen until nothing comes for 5 s",
                                () -> model.listen(SHORT)),
                        Controls.item(
                                "records-read-listen-other",
                                "Listen until nothing comes for…",
                                () -> ask("Listen", model::listen)));
        waiting.setId("records-read-waiting");
        waiting.getStyleClass().add("caption");
        Uncut.keep(waiting);
        waiting.textProperty().bind(model.waitingProperty());
        cancel.setOnAction(event -> model.cancel());
        for (Region part : List.of(waiting, cancel)) {
            Shown.when(part, model.waitingProperty().isNotEmpty());
        }
        getChildren().addAll(waiting, cancel, button);
    }

    /** Reads one record with the time-out that was used last. */
    public void readAgain() {
        model.readOne(timeout);
    }

    private void read(@Nullable Duration newTimeout) {
        timeout = newTimeout;
        button.setTooltip(new Tooltip("Read the next record and stay paused; waits "
                + (newTimeout == null ? "until it comes" : Times.length(newTimeout)) + " (F9)"));
        readAgain();
    }

    private void ask(String title, Consumer<Duration> then) {
        dialogs.askText(
                new Dialogs.TextRequest(
                        title,
                        FORMS,
                        "10 s",
                        "Read",
                        typed -> duration(typed).isPresent() ? "" : "Not a duration. Write " + EXAMPLES),
                typed -> duration(typed).ifPresent(then));
    }

    private static Optional<Duration> duration(String typed) {
        Matcher matcher = TYPED.matcher(typed.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double unit =
                switch (matcher.group(2)) {
                    case "ms" -> 1;
                    case "m", "min" -> 60_000;
                    default -> 1_000;
                };
        long millis = Math.round(Double.parseDouble(matcher.group(1)) * unit);
        return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
    }
}
