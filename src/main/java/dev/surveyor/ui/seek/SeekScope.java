package dev.surveyor.ui.seek;

import dev.surveyor.service.seek.SeekSubject;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what the dialog moves; where the consumer is a member of a group, lets the user choose between both. */
final class SeekScope extends HBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final SeekViewModel model;
    private final ToggleGroup choice = new ToggleGroup();

    SeekScope(SeekViewModel model) {
        this.model = model;
        setId("seek-scope");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("seek-scope-row");
        Label applyTo = muted("Apply to");
        applyTo.getStyleClass().add("seek-row-label");
        HBox cards = new HBox(12);
        model.subjects().forEach(subject -> cards.getChildren().add(card(subject)));
        getChildren().addAll(applyTo, cards);
        choice.selectedToggleProperty().addListener((at, old, now) -> {
            if (now != null) {
                model.choose((SeekSubject) now.getUserData());
            }
        });
    }

    private HBox card(SeekSubject subject) {
        Label effect = muted(SeekWords.effect(subject));
        effect.setWrapText(true);
        HBox card = new HBox(12);
        if (model.subjects().size() == 1) {
            FontIcon icon = new FontIcon(Feather.CHECK_CIRCLE);
            icon.getStyleClass().add("accent");
            card.getChildren().addAll(icon, new VBox(name(subject), effect));
        } else {
            card.getChildren().add(new VBox(4, radio(subject), effect));
            card.getStyleClass().add("seek-scope-choice");
            card.pseudoClassStateChanged(CHOSEN, subject.equals(model.subject()));
            model.subjectProperty()
                    .addListener((at, old, now) -> card.pseudoClassStateChanged(CHOSEN, subject.equals(now)));
        }
        card.getStyleClass().add(0, "seek-scope");
        card.setAlignment(Pos.CENTER_LEFT);
        return card;
    }

    private RadioButton radio(SeekSubject subject) {
        RadioButton radio = new RadioButton(SeekWords.scope(subject));
        radio.setId("seek-scope-" + (subject.commits() ? "group" : "consumer"));
        radio.getStyleClass().add("semibold");
        radio.setToggleGroup(choice);
        radio.setUserData(subject);
        radio.setSelected(subject.equals(model.subject()));
        radio.disableProperty().bind(model.workingProperty());
        return radio;
    }

    private static Label name(SeekSubject subject) {
        Label name = new Label(SeekWords.scope(subject));
        name.getStyleClass().add("semibold");
        return name;
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("body-12", "muted");
        return label;
    }
}
