package dev.surveyor.ui.producer;

import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.connection.FakeSession;
import dev.surveyor.service.produce.Presence;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualClock;
import dev.surveyor.ui.testing.ManualPulse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;

/** The page of a producer of {@code orders} on fakes: its model, filled in or as it is at first. */
final class ProducerRig {

    final ManualClock clock = new ManualClock("2026-11-22T09:02:14Z");
    final ManualPulse pulse = new ManualPulse();
    final SimpleObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneId.of("Europe/Berlin"));
    final FakeDialogs dialogs = new FakeDialogs();

    /** Records that were asked for in the table. */
    final List<PartitionOffset> shown = new ArrayList<>();

    final FakeProducers producers = new FakeProducers();

    /** The connection of the models that are made from now on. */
    FakeSession session = producers.session(Environment.SANDBOX);

    private final FakeSettings settings = new FakeSettings();

    ProducerViewModel filled() {
        ProducerViewModel model = model();
        model.form().key().set(ValueType.STRING, Presence.VALUE, "cust-24");
        model.form().value().set(ValueType.JSON, Presence.VALUE, "{\"id\": 1}");
        return model;
    }

    ProducerViewModel model() {
        return new ProducerViewModel(context(new DirectUiExecutor()), "orders");
    }

    /** Returns what a page is made of whose work comes back by that executor. */
    ProducerContext context(UiExecutor ui) {
        return new ProducerContext(
                session,
                new Toolkit(ui, pulse, Runnable::run, clock, zone, dialogs, new FakeClipboards(), settings),
                shown::add,
                () -> {});
    }
}
