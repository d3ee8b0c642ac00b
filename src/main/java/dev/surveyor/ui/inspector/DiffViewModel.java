package dev.surveyor.ui.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.failure.Faults;
import dev.surveyor.service.inspect.Compared;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Compares a record with an older one, off the JavaFX thread; the newest comparison counts. For the JavaFX thread only. */
final class DiffViewModel {

    private static final Compared NOTHING = new Compared("", "", List.of());

    private final Decoding decoding;
    private final LatestWork comparing;
    private final ReadOnlyObjectWrapper<Compared> compared = new ReadOnlyObjectWrapper<>(NOTHING);

    DiffViewModel(Decoding decoding, Executor background, UiExecutor ui) {
        this.decoding = decoding;
        this.comparing = new LatestWork(background, ui);
    }

    /** Returns what is to be shown: what differs, that it is being looked for, or why there is nothing. */
    ReadOnlyObjectProperty<Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Compares the record with another one, which is looked for first. */
    void show(ConsumedRecord record, Compared.OtherRecord other) {
        compared.set(new Compared("Looking for the record to compare with…", "", List.of()));
        comparing.start(givenUp -> Compared.of(decoding.reader(), record, other), compared::set, this::fail);
    }

    /** Shows nothing, and gives up what is being compared. */
    void clear() {
        comparing.cancel();
        compared.set(NOTHING);
    }

    /** Shows nothing but why there is no comparison. */
    void fail(Throwable thrown) {
        comparing.cancel();
        compared.set(new Compared(
                Faults.sentence("The record cannot be compared", thrown),
                "Select two records to compare them.",
                List.of()));
    }
}
