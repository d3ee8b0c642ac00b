package dev.surveyor.ui.search;

import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of a certificate: a mark, what it is about, and the figure. A dash until something is known. */
final class CertificateRow extends HBox {

    /** What a line says of the search: nothing yet, that all is well, or that a match may be missing. */
    enum Mark {
        OPEN(Feather.MINUS, "muted"),
        GOOD(Feather.CHECK, "ok"),
        DOUBT(Feather.ALERT_TRIANGLE, "warn");

        private final Feather icon;
        private final String styleClass;

        Mark(Feather icon, String styleClass) {
            this.icon = icon;
            this.styleClass = styleClass;
        }

        /** Returns the mark of something that should be nought. */
        static Mark ofNone(long count) {
            return count == 0 ? GOOD : DOUBT;
        }
    }

    private final FontIcon sign = new FontIcon(Mark.OPEN.icon);
    private final Label figure = new Label("—");

    CertificateRow(String id, String words) {
        super(8);
        getStyleClass().add("certificate-row");
        setAlignment(Pos.CENTER_LEFT);
        sign.getStyleClass().addAll("small-icon", Mark.OPEN.styleClass);
        figure.setId(id);
        figure.getStyleClass().add("certificate-figure");
        Label name = new Label(words);
        name.setLabelFor(figure);
        Uncut.keep(name);
        getChildren().addAll(sign, name, new Spacer(), figure);
    }

    void say(String text, Mark mark) {
        figure.setText(text);
        sign.setIconCode(mark.icon);
        for (Mark other : Mark.values()) {
            sign.getStyleClass().remove(other.styleClass);
        }
        sign.getStyleClass().add(mark.styleClass);
    }
}
