package dev.surveyor.ui.producer;

import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.produce.ProducerSettings.Compression;
import dev.surveyor.service.produce.FormContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * How records are sent: acks, compression, linger, idempotence, from what the connection says until the user chooses
 * something else. For the JavaFX thread only.
 */
final class SendOptions {

    private static final long MAX_LINGER_MILLIS = 60_000;

    private final Map<String, String> connection;
    private final ProducerSettings given;
    private final ObjectProperty<Acks> acks;
    private final ObjectProperty<Compression> compression;
    private final BooleanProperty idempotence;
    private final StringProperty linger;
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper overridden = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private @Nullable Acks refused;

    /** @param connection the client properties of the connection, by name */
    SendOptions(Map<String, String> connection) {
        this.connection = connection;
        this.given = ProducerSettings.of(connection);
        this.acks = new SimpleObjectProperty<>(given.acks());
        this.compression = new SimpleObjectProperty<>(given.compression());
        this.idempotence = new SimpleBooleanProperty(given.idempotence());
        this.linger = new SimpleStringProperty(millis(given));
        for (Observable each : List.of(acks, compression, idempotence, linger)) {
            each.addListener(changed -> showOrigin());
        }
        showOrigin();
    }

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

    /**
     * Returns which settings come from the connection, and which of those are another here; empty where the connection
     * says nothing of sending.
     */
    ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    /** Returns whether a setting is another here than in the connection. */
    ReadOnlyBooleanProperty overriddenProperty() {
        return overridden.getReadOnlyProperty();
    }

    // Readings

    /** Returns what the connection says, with the defaults. */
    ProducerSettings given() {
        return given;
    }

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
        return new ProducerSettings(
                acks.get(),
                compression.get(),
                idempotence.get() && acks.get() == Acks.ALL,
                time == null ? given.linger() : time,
                given.batchSize(),
                given.deliveryTimeout());
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

    /** Takes all that the connection says. */
    void useConnection() {
        setIdempotence(given.idempotence());
        acks.set(given.acks());
        compression.set(given.compression());
        linger.set(millis(given));
    }

    /** Returns what the user chose: the rest follows the connection, also when that says something else one day. */
    FormContent.Options chosen() {
        boolean sure = idempotence.get() != given.idempotence() || acks.get() != given.acks();
        return new FormContent.Options(
                sure ? Boolean.valueOf(idempotence.get()) : null,
                sure ? acks.get() : null,
                compression.get() == given.compression() ? null : compression.get(),
                linger.get().equals(millis(given)) ? null : linger.get());
    }

    /** Takes what was chosen, and for the rest what the connection says. */
    void choose(FormContent.Options options) {
        Boolean kept = options.idempotence();
        if (kept != null) {
            setIdempotence(kept);
            if (!kept) {
                acks.set(options.acks() == null ? Acks.ALL : options.acks());
            }
        }
        compression.set(options.compression() == null ? given.compression() : options.compression());
        linger.set(options.linger() == null ? millis(given) : options.linger());
    }

    private void showOrigin() {
        ProducerSettings now = settings();
        List<String> same = new ArrayList<>();
        List<String> other = new ArrayList<>();
        compare("acks", given.acks(), now.acks(), same, other);
        compare("compression.type", given.compression(), now.compression(), same, other);
        compare("enable.idempotence", given.idempotence(), now.idempotence(), same, other);
        compare("linger.ms", given.linger().toMillis(), now.linger().toMillis(), same, other);
        compare("batch.size", given.batchSize(), now.batchSize(), same, other);
        compare(
                "delivery.timeout.ms",
                given.deliveryTimeout().toMillis(),
                now.deliveryTimeout().toMillis(),
                same,
                other);
        overridden.set(!other.isEmpty());
        origin.set(
                other.isEmpty()
                        ? same.isEmpty() ? "" : "From the connection: " + String.join(", ", same)
                        : "The connection says " + String.join(", ", other) + "; this form overrides it");
    }

    private void compare(String name, Object theirs, Object ours, List<String> same, List<String> other) {
        if (connection.containsKey(name)) {
            (theirs.equals(ours) ? same : other).add(name + "=" + theirs);
        }
    }

    private static String millis(ProducerSettings settings) {
        return settings.linger().toMillis() + " ms";
    }

    private @Nullable Duration lingerTime() {
        String digits = linger.get().strip().replaceFirst("\\s*ms$", "");
        if (!digits.matches("\\d{1,5}") || Long.parseLong(digits) > MAX_LINGER_MILLIS) {
            return null;
        }
        return Duration.ofMillis(Long.parseLong(digits));
    }
}
