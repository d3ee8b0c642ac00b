package dev.surveyor.ui.producer;

import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.produce.ProducerSettings.Compression;
import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** How records are sent: acks, compression, linger, idempotence. For the JavaFX thread only. */
final class SendOptions {

    private static final long MAX_LINGER_MILLIS = 60_000;

    private final ObjectProperty<Acks> acks = new SimpleObjectProperty<>(Acks.ALL);
    private final ObjectProperty<Compression> compression = new SimpleObjectProperty<>(Compression.NONE);
    private final BooleanProperty idempotence = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private @Nullable Acks refused;
    private final StringProperty linger = new SimpleStringProperty("0 ms");

    // Properties

    ObjectProperty<Acks> acksProperty() {
        return acks;
    }

    ObjectProperty<Compression> compressionProperty() {
        return compression;
    }

    BooleanProperty idempotenceProperty() {
        return idempotence;
    }

    StringProperty lingerProperty() {
        return linger;
    }

    /** Returns why the acks chosen last were not taken; empty where they were. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    // Readings

    /** Returns why these acks cannot be had now; empty where they can. */
    String reasonAgainst(Acks wanted) {
        return idempotence.get() && wanted != Acks.ALL ? "acks=" + wanted + " needs idempotence off" : "";
    }

    /** Returns what is wrong with the linger, or empty. */
    String problem() {
        return lingerTime() == null ? "Linger: expected milliseconds from 0 to 60000, such as 5 ms." : "";
    }

    /** Returns the settings; the defaults stand in for what cannot be read. */
    ProducerSettings settings() {
        Duration time = lingerTime();
        ProducerSettings base = ProducerSettings.DEFAULT;
        return new ProducerSettings(
                acks.get(),
                compression.get(),
                idempotence.get() && acks.get() == Acks.ALL,
                time == null ? base.linger() : time,
                base.batchSize(),
                base.deliveryTimeout());
    }

    // Commands

    /** Takes the acks, or says why they cannot be had. */
    void chooseAcks(Acks wanted) {
        String reason = reasonAgainst(wanted);
        refusal.set(reason);
        refused = reason.isEmpty() ? null : wanted;
        if (reason.isEmpty()) {
            acks.set(wanted);
        }
    }

    /** Turns idempotence off and takes the acks that were refused because of it. */
    void turnIdempotenceOff() {
        Acks wanted = refused;
        setIdempotence(false);
        if (wanted != null) {
            chooseAcks(wanted);
        }
    }

    /** Turns idempotence on, with the acks that it needs, or off. */
    void setIdempotence(boolean on) {
        if (on) {
            acks.set(Acks.ALL);
        }
        idempotence.set(on);
        refusal.set("");
        refused = null;
    }

    private @Nullable Duration lingerTime() {
        String digits = linger.get().strip().replaceFirst("\\s*ms$", "");
        if (!digits.matches("\\d{1,5}") || Long.parseLong(digits) > MAX_LINGER_MILLIS) {
            return null;
        }
        return Duration.ofMillis(Long.parseLong(digits));
    }
}
