package dev.surveyor.ui.producer;

import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.service.produce.Presence;
import dev.surveyor.ui.parts.SegmentedControl;
import dev.surveyor.ui.parts.Uncut;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

/** Small controls that the parts of the form share. */
final class Types {

    /** The types of a text; null and empty have a control of their own. */
    static final List<ValueType> OF_TEXT =
            Arrays.stream(ValueType.values()).filter(ValueType::takesText).toList();

    private Types() {}

    /** Returns a combo box of choices as their words. */
    static <T> ComboBox<T> combo(String id, List<T> choices) {
        ComboBox<T> combo = new ComboBox<>();
        combo.setId(id);
        combo.getItems().setAll(choices);
        combo.getStyleClass().add("producer-choice");
        return combo;
    }

    /** Returns the choice between null, empty and a value, each with its sign. */
    static SegmentedControl<Presence> presence(String id) {
        SegmentedControl<Presence> control = new SegmentedControl<>(id, Presence::toString, List.of(Presence.values()));
        control.getStyleClass().add("presence");
        Uncut.keep(control);
        for (Presence presence : Presence.values()) {
            if (!presence.sign().isEmpty()) {
                // Inter draws the sign of null as a letter.
                Label sign = new Label(presence.sign());
                sign.getStyleClass().add("sign");
                control.segment(presence).setGraphic(sign);
            }
        }
        return control;
    }

    /** Returns a muted label for a field. */
    static Label label(String words, javafx.scene.Node field) {
        Label label = new Label(words);
        label.setMnemonicParsing(true);
        label.getStyleClass().addAll("body-12", "muted");
        Uncut.keep(label);
        label.setLabelFor(field);
        return label;
    }
}
