package dev.surveyor.ui.records;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.RecordTools;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualClock;
import dev.surveyor.ui.testing.ManualPulse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleObjectProperty;

/** Tables without a view, on consumers, a clock and a pulse that obey the test. */
public final class TableRig {

    public final FakeCluster cluster = new FakeCluster();
    public final FakeSettings settings = new FakeSettings();
    public final ManualPulse pulse = new ManualPulse();
    public final ManualClock clock =
            new ManualClock(Instant.ofEpochMilli(Samples.NINE_O_TWO).toString());

    /** What was left for later, where the rig does that. */
    public final Deque<Runnable> background = new ArrayDeque<>();

    public final RecordTools tools;

    /** Makes a rig that does at once what is for the background. */
    public TableRig() {
        this(false);
    }

    /** Makes a rig, which may leave to the test what is for the background. */
    public TableRig(boolean later) {
        Executor executor = later ? background::add : Runnable::run;
        tools = new RecordTools(
                settings,
                new FakeDialogs(),
                new FakeClipboards(),
                new DirectUiExecutor(),
                pulse,
                executor,
                clock,
                new SimpleObjectProperty<>(ZoneOffset.UTC),
                new SimpleObjectProperty<>(26.0));
    }

    /** Opens a table; all of one rig keep their settings in one place. */
    public RecordTableViewModel open(Subscription subscription) {
        return new RecordTableViewModel(subscription, cluster.session, tools, new BufferLimits(100, 1_000_000));
    }

    /** Lets the consumer that was started last receive records of partition 0, and the table take them. */
    public void poll(long from, int count) {
        cluster.consumer().poll(Samples.plain(0, from, count));
        pulse.tick();
    }
}
