package dev.surveyor.ui.inspector;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is left of the inspector in a narrow window: a rail that opens it at one of its parts. */
final class InspectorRail extends VBox {

    /** What a record is made of. */
    enum Part {
        VALUE,
        KEY,
        HEADERS,
        METADATA
    }

    InspectorRail(Consumer<Part> open) {
        setId("inspector-rail");
        getStyleClass().add("inspector-rail");
        setAlignment(Pos.TOP_CENTER);
        getChildren()
                .add(button(
                        "inspector-unfold",
                        Feather.CHEVRONS_LEFT,
                        "Open the inspector",
                        () -> open.accept(Part.VALUE)));
        getChildren()
                .addAll(
                        button("inspector-rail-value", Feather.CODE, "Value", () -> open.accept(Part.VALUE)),
                        button("inspector-rail-key", Feather.KEY, "Key", () -> open.accept(Part.KEY)),
                        button("inspector-rail-headers", Feather.TAG, "Headers", () -> open.accept(Part.HEADERS)),
                        button("inspector-rail-metadata", Feather.INFO, "Metadata", () -> open.accept(Part.METADATA)));
    }

    private static Button button(String id, Feather symbol, String words, Runnable open) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(new FontIcon(symbol));
        button.getStyleClass().addAll("sv-button", "button-icon", "flat", "small");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(event -> open.run());
        return button;
    }
}
