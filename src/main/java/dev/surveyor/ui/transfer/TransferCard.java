package dev.surveyor.ui.transfer;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.parts.Banner;
import dev.surveyor.ui.parts.ProgressLine;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyleSheets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What both dialogs share: form, result, progress. Esc closes it; what runs then goes on, in the status bar. */
abstract class TransferCard extends Sheet {

    private static final double WIDTH = 620;

    private final GridPane form = new GridPane();
    private final Label result = new Label();
    private final Banner banner = new Banner(Banner.Kind.DANGER);
    private int rows;

    TransferCard(String id, String title, ConnectionProfile profile, TransferRun run) {
        super(id, title, profile, WIDTH);
        setId(id + "-dialog");
        getStylesheets().add(StyleSheets.of(TransferCard.class));
        ProgressLine progress = new ProgressLine(id + "-progress", run::cancel);
        progress.hide();
        run.progressProperty().addListener(source -> draw(run, progress));
        run.shareProperty().addListener(source -> draw(run, progress));
        banner.setId(id + "-banner");
        banner.setVisible(false);
        Shown.foldHidden(banner);
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
        Shown.when(result, result.textProperty().isNotEmpty());
        form.getStyleClass().add("transfer-form");
        fillBody();
        add(banner, form, result);
        aside(progress);
        Button close = closing(id + "-close", "Close");
        run.runningProperty().addListener((source, before, now) -> {
            draw(run, progress);
            close.setText(now ? "Go on in the background" : "Close");
        });
        onClosed(run::unwatch);
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

    private static void draw(TransferRun run, ProgressLine progress) {
        if (run.runningProperty().get()) {
            progress.show(run.progressProperty().get(), run.shareProperty().get());
        } else {
            progress.hide();
        }
    }
}
