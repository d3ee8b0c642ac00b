package dev.surveyor.ui.parts;

import dev.surveyor.domain.failure.BrokerFailure;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Says in place what happened, why, and what to do: a bar of one line (40 high) or two (56) with buttons on the right.
 * Takes no room while it is not visible.
 */
public final class Banner extends HBox {

    /** What it is about, as a colour and an icon. */
    public enum Kind {
        INFO(Feather.INFO),
        WARN(Feather.ALERT_TRIANGLE),
        DANGER(Feather.ALERT_OCTAGON),
        OK(Feather.CHECK_CIRCLE);

        private final Feather icon;

        Kind(Feather icon) {
            this.icon = icon;
        }

        private String styleClass() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String TWO_LINES = "two-lines";

    private final FontIcon icon;
    private final Label title = new Label();
    private final Label text = new Label();
    private final HBox buttons = new HBox(8);
    private Kind kind;

    public Banner(Kind kind) {
        this.kind = kind;
        this.icon = new FontIcon(kind.icon);
        getStyleClass().addAll("sv-banner", "tinted", kind.styleClass());
        title.getStyleClass().add("banner-title");
        text.getStyleClass().add("banner-text");
        Shown.whenWorded(text);
        text.setWrapText(true);
        VBox words = new VBox(title, text);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(icon, words, buttons);
        Shown.foldHidden(this);
    }

    /** A banner that is shown from the start. */
    public Banner(Kind kind, String title, String text) {
        this(kind);
        say(title, text);
    }

    /** Changes the colour and the icon. */
    public Banner kind(Kind now) {
        getStyleClass().remove(kind.styleClass());
        getStyleClass().add(now.styleClass());
        icon.setIconCode(now.icon);
        kind = now;
        return this;
    }

    /** Changes the words: what happened, then why and what to do; the second may be empty. */
    public Banner say(String what, String more) {
        title.setText(what);
        text.setText(more);
        getStyleClass().remove(TWO_LINES);
        if (!more.isEmpty()) {
            getStyleClass().add(TWO_LINES);
        }
        setAccessibleText(what + " " + more);
        return this;
    }

    /** Says the failure: what, why and the first remedy, with the rest in a tooltip. */
    public Banner say(BrokerFailure failure) {
        say(failure.what(), failure.whyAndRemedy());
        Tooltip.install(this, new Tooltip(failure.report()));
        return this;
    }

    /** Adds a small button on the right, with a stable id. */
    public Button button(String id, String words, Runnable action) {
        Button button = Controls.button(id, words, "", action, "small");
        buttons.getChildren().add(button);
        return button;
    }
}
