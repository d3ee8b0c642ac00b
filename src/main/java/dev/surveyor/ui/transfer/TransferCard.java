package dev.surveyor.ui.transfer;

import dev.surveyor.domain.connection.Environment;
import dev.surveyor.ui.parts.Banner;
import dev.surveyor.ui.parts.EnvironmentHead;
import dev.surveyor.ui.parts.ProgressLine;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The frame that both dialogs share: head, form, result, progress, buttons. Esc closes it; what runs then goes on, in the
 * status bar.
 */
abstract class TransferCard extends StackPane {

    private static final double WIDTH = 620;

    private final GridPane form = new GridPane();
    private final Label result = new Label();
    private final Banner banner = new Banner(Banner.Kind.DANGER);
    private final HBox buttons = new HBox(8);
    private final Button close = new Button("Close");
    private final Runnable whenClosed;
    private int rows;
    private final TransferRun run;

    TransferCard(String id, String title, Environment environment, TransferRun run, Runnable whenClosed) {
        this.run = run;
        this.whenClosed = whenClosed;
        setId(id + "-dialog");
        getStylesheets()
                .add(Objects.requireNonNull(TransferCard.class.getResource("transfer.css"))
                        .toExternalForm());
        getStyleClass().add("transfer-scrim");
        setPadding(new Insets(20));
        ProgressLine progress = new ProgressLine(id + "-progress", run::cancel);
        progress.hide();
        run.progressProperty().addListener(source -> draw(progress));
        run.shareProperty().addListener(source -> draw(progress));
        run.runningProperty().addListener((source, before, now) -> {
            draw(progress);
            close.setText(now ? "Go on in the background" : "Close");
        });
        banner.setId(id + "-banner");
        banner.setVisible(false);
        banner.managedProperty().bind(banner.visibleProperty());
        run.failureProperty().addListener((source, before, now) -> {
            banner.setVisible(now != null);
            if (now != null) {
                banner.say(now);
            }
        });
        result.setId(id + "-result");
        result.setWrapText(true);
        result.getStyleClass().add("transfer-result");
        result.setMinHeight(Region.USE_PREF_SIZE);
        result.textProperty().bind(run.resultProperty());
        result.visibleProperty().bind(result.textProperty().isNotEmpty());
        result.managedProperty().bind(result.visibleProperty());
        form.getStyleClass().add("transfer-form");
        VBox card = new VBox(head(id, title, environment), banner, form, result, foot(id, progress));
        card.getStyleClass().add("transfer-card");
        card.setMaxSize(WIDTH, USE_PREF_SIZE);
        getChildren().add(card);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
            // What is under the dialog must not hear its keys; Tab is moved on by the scene itself.
            if (event.getCode() != KeyCode.TAB) {
                event.consume();
            }
        });
    }

    /** Adds a line: its words, and what to fill in or to choose. */
    final Label line(String words, Node... controls) {
        Label label = new Label(words);
        label.getStyleClass().add("transfer-label");
        HBox line = new HBox(8, controls);
        line.setAlignment(Pos.CENTER_LEFT);
        if (controls[0] instanceof Region first) {
            label.setLabelFor(first);
        }
        GridPane.setHgrow(line, Priority.ALWAYS);
        // The grid does not count rows whose nodes are unmanaged.
        form.addRow(rows++, label, line);
        return label;
    }

    /** Adds the buttons that do the work, the main one last. */
    final void buttons(Button... work) {
        buttons.getChildren().addAll(0, List.of(work));
    }

    private void draw(ProgressLine progress) {
        if (run.runningProperty().get()) {
            progress.show(run.progressProperty().get(), run.shareProperty().get());
        } else {
            progress.hide();
        }
    }

    private HBox head(String id, String title, Environment environment) {
        Label words = new Label(title);
        words.setId(id + "-title");
        words.getStyleClass().add("title-15");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button x = new Button("", new FontIcon(Feather.X));
        x.setId(id + "-x");
        x.getStyleClass().addAll("button-icon", "flat");
        x.setAccessibleText("Close");
        x.setTooltip(new Tooltip("Close (Esc)"));
        x.setOnAction(event -> close());
        HBox head = new EnvironmentHead(id + "-environment", environment);
        head.getChildren().addAll(words, gap, x);
        return head;
    }

    private HBox foot(String id, ProgressLine progress) {
        close.setId(id + "-close");
        close.getStyleClass().add("sv-button");
        close.setOnAction(event -> close());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        buttons.getChildren().add(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        HBox foot = new HBox(8, progress, gap, buttons);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("transfer-foot");
        return foot;
    }

    private void close() {
        run.unwatch();
        whenClosed.run();
    }
}
