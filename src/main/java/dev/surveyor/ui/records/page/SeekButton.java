package dev.surveyor.ui.records.page;

import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.ui.records.consume.TableConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Leads to the dialog that moves the running consumer; disabled while none runs. */
final class SeekButton extends Button {

    private final TableConsumer consumer;
    private final @Nullable Consumer<ConsumeSession> open;

    /** @param open opens the dialog; null where there is none */
    SeekButton(TableConsumer consumer, @Nullable Consumer<ConsumeSession> open) {
        super("Seek…");
        this.consumer = consumer;
        this.open = open;
        setId("records-seek");
        getStyleClass().add("flat");
        setGraphic(new FontIcon(Feather.CROSSHAIR));
        setTooltip(new Tooltip("Move the running consumer (Ctrl+Shift+K)"));
        setOnAction(event -> open());
        setDisable(true);
        consumer.stateProperty().addListener((source, before, now) -> setDisable(!now.running()));
    }

    /** Opens the dialog, if a consumer runs. */
    void open() {
        ConsumeSession session = consumer.session();
        if (open != null && session != null) {
            open.accept(session);
        }
    }
}
