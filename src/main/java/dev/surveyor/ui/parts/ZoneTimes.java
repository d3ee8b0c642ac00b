package dev.surveyor.ui.parts;

import dev.surveyor.domain.time.Times;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Keeps times on the screen in the zone that the user has chosen. Without state. */
public final class ZoneTimes {

    private ZoneTimes() {}

    /**
     * Calls the listener now, and again after each change of the zone: at once while the node is in a window, else as
     * soon as it comes back to one. The zone does not keep the node alive.
     */
    public static void follow(Node node, ObservableValue<ZoneId> zone, Consumer<Times> listener) {
        listener.accept(new Times(zone.getValue()));
        zone.when(node.sceneProperty().map(Objects::nonNull).orElse(false))
                .addListener((at, old, now) -> listener.accept(new Times(now)));
    }
}
