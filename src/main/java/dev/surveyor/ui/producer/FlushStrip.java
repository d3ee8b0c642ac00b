package dev.surveyor.ui.producer;

import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyleFamily;
import dev.surveyor.ui.parts.Uncut;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How far a flush is, while it waits and after it; takes no room otherwise. */
final class FlushStrip extends HBox {

    private static final StyleFamily TONES = new StyleFamily("info", "warn", "ok");
    private static final StyleFamily ICON_TONES = new StyleFamily("warn", "ok", "accent");

    private final Flush flush;
    private final FontIcon icon = new FontIcon(Feather.LOADER);
    private final Label headline = new Label();
    private final Label more = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Spacer gap = new Spacer();
    private final Button stop = Controls.button("producer-flush-stop", "Stop waiting", "");
    private final Button again = Controls.button("producer-flush-again", "Wait again", "");
    private final Button dismiss = Controls.button("producer-flush-close", "Close", "");

    FlushStrip(Flush flush) {
        this.flush = flush;
        getStyleClass().add("flush-strip");
        setAlignment(Pos.CENTER_LEFT);
        setId("producer-flush-strip");
        headline.setId("producer-flush-status");
        headline.getStyleClass().addAll("body-12", "semibold");
        Uncut.keep(headline);
        more.setId("producer-flush-more");
        more.getStyleClass().addAll("body-12", "muted");
        more.setWrapText(true);
        more.setMinHeight(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        for (Button button : new Button[] {stop, again, dismiss}) {
            button.getStyleClass().add("small");
            Uncut.keep(button);
        }
        getChildren().addAll(icon, headline, more, bar, gap, stop, again, dismiss);
        getChildren().forEach(Shown::foldHidden);
        Shown.foldHidden(this);
        bind();
    }

    private void bind() {
        headline.textProperty().bind(flush.headlineProperty());
        more.textProperty().bind(flush.moreProperty());
        bar.progressProperty().bind(flush.progressProperty());
        stop.setOnAction(e -> flush.stop());
        again.setOnAction(e -> flush.start());
        dismiss.setOnAction(e -> flush.dismiss());
        flush.stateProperty().addListener((at, old, now) -> show(now));
        show(flush.stateProperty().get());
    }

    private void show(Flush.State state) {
        boolean waiting = state == Flush.State.WAITING;
        setVisible(state != Flush.State.IDLE && state != Flush.State.FAILED);
        String kind = state == Flush.State.TIMED_OUT ? "warn" : state == Flush.State.DONE ? "ok" : "info";
        TONES.wear(this, kind);
        icon.setIconCode(
                state == Flush.State.TIMED_OUT
                        ? Feather.ALERT_TRIANGLE
                        : state == Flush.State.DONE ? Feather.CHECK : Feather.LOADER);
        ICON_TONES.wear(icon, kind.equals("info") ? "accent" : kind);
        bar.setVisible(waiting);
        gap.setVisible(!waiting);
        stop.setVisible(waiting);
        again.setVisible(state == Flush.State.TIMED_OUT || state == Flush.State.STOPPED);
        dismiss.setVisible(!waiting);
    }
}
