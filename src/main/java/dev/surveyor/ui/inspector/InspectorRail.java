package dev.surveyor.ui.inspector;

import dev.surveyor.ui.parts.Controls;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

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
                .add(Controls.iconButton(
                        "inspector-unfold",
                        Feather.CHEVRONS_LEFT,
                        "Open the inspector",
                        () -> open.accept(Part.VALUE),
                        "button-icon",
                        "flat",
                        "small"));
        getChildren()
                .addAll(
                        Controls.iconButton(
                                "inspector-rail-value",
                                Feather.CODE,
                                "Value",
                                () -> open.accept(Part.VALUE),
                                "button-icon",
                                "flat",
                                "small"),
                        Controls.iconButton(
                                "inspector-rail-key",
                                Feather.KEY,
                                "Key",
                                () -> open.accept(Part.KEY),
                                "button-icon",
                                "flat",
                                "small"),
                        Controls.iconButton(
                                "inspector-rail-headers",
                                Feather.TAG,
                                "Headers",
                                () -> open.accept(Part.HEADERS),
                                "button-icon",
                                "flat",
                                "small"),
                        Controls.iconButton(
                                "inspector-rail-metadata",
                                Feather.INFO,
                                "Metadata",
                                () -> open.accept(Part.METADATA),
                                "button-icon",
                                "flat",
                                "small"));
    }
}
