package dev.surveyor.ui.records.consume;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumeStatus;
import dev.surveyor.domain.consume.LookBack;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.BufferCounts;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.consume.Flow;
import dev.surveyor.service.consume.FlowMeter;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.consume.RecordSink;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.service.seek.Sought;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The consumer of a table: begins and ends it, and tells how it is doing. For the JavaFX thread only. */
public final class TableConsumer {

    private final ClusterSession cluster;
    private final RecordBuffer buffer;
    private final Outage outage;
    private final FlowMeter meter;
    private final EndOffsets ends;
    private final UiExecutor ui;
    private final ReadOnlyObjectWrapper<TableState> state = new ReadOnlyObjectWrapper<>(TableState.IDLE);
    private final ReadOnlyObjectWrapper<Flow> flow = new ReadOnlyObjectWrapper<>(Flow.NONE);
    private final ReadOnlyIntegerWrapper partitionsOfTopics = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable LookBack> lookBack = new ReadOnlyObjectWrapper<>();
    private @Nullable ConsumeSession session;
    private int seekEpoch;

    public TableConsumer(ClusterSession cluster, RecordBuffer buffer, Clock clock, UiExecutor ui) {
        this.cluster = cluster;
        this.buffer = buffer;
        this.outage = new Outage(cluster, clock);
        this.meter = new FlowMeter(clock);
        this.ends = new EndOffsets(ui, clock);
        this.ui = ui;
    }

    public ReadOnlyObjectProperty<TableState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Flow> flowProperty() {
        return flow.getReadOnlyProperty();
    }

    /** Returns how many partitions the topics have that are read, as far as the consumer knows; 0 until it does. */
    public ReadOnlyIntegerProperty partitionsOfTopicsProperty() {
        return partitionsOfTopics.getReadOnlyProperty();
    }

    /** Returns where a consumer stands that has brought nothing yet, empty until known. */
    public ReadOnlyObjectProperty<List<PartitionPosition>> positionsProperty() {
        return ends.positionsProperty();
    }

    /** Returns how far the consumer went back for the last records, null where it was not asked for them. */
    public ReadOnlyObjectProperty<@Nullable LookBack> lookBackProperty() {
        return lookBack.getReadOnlyProperty();
    }

    /** Returns the running consumer, or null. */
    public @Nullable ConsumeSession session() {
        return session;
    }

    /** Returns the words of the state: the word alone, or with the seconds until the next try. */
    public String stateText() {
        return outage.words(state.get());
    }

    /**
     * Starts a consumer.
     *
     * @param onFirst called on the poll thread when its first records are in the buffer
     */
    public void start(ConsumeRequest request, boolean findGaps, Runnable onFirst) {
        meter.clear();
        ends.clear();
        lookBack.set(null);
        seekEpoch = 0;
        session = cluster.consumers().start(request, new FirstTold(buffer.open(findGaps), onFirst));
    }

    /** Tells of the first records, so that nobody waits for a tick to see them. */
    private static final class FirstTold implements RecordSink {
        private final RecordSink sink;
        private final Runnable onFirst;
        private boolean told;

        private FirstTold(RecordSink sink, Runnable onFirst) {
            this.sink = sink;
            this.onFirst = onFirst;
        }

        @Override
        public void accept(List<ConsumedRecord> batch) {
            sink.accept(batch);
            if (!told) {
                told = true;
                onFirst.run();
            }
        }

        @Override
        public void caughtUp() {
            sink.caughtUp();
        }

        @Override
        public boolean hasRoom() {
            return sink.hasRoom();
        }

        @Override
        public void deletedBefore(PartitionId partition, long offset) {
            sink.deletedBefore(partition, offset);
        }

        @Override
        public void readsFrom(Map<PartitionId, Long> offsets, int epoch) {
            sink.readsFrom(offsets, epoch);
        }

        @Override
        public void readUpTo(PartitionId partition, long offset, int epoch) {
            sink.readUpTo(partition, offset, epoch);
        }
    }

    /**
     * Ends the consumer; the rows stay.
     *
     * @param onEnd called when it has handed on its last records
     */
    public void stop(Runnable onEnd) {
        ConsumeSession running = session;
        if (running != null) {
            session = null;
            // The last of a flood is handed on after this.
            ui.whenDone(running.stop(), (ended, thrown) -> onEnd.run());
            buffer.unprotect();
            state.set(TableState.STOPPED);
            flow.set(Flow.NONE);
        }
    }

    /** Measures the flow anew: records are about to be counted that did not come now. */
    public void recount() {
        meter.recount();
    }

    /**
     * Tells the buffer how often the consumer was moved, before it is asked for rows.
     *
     * @return where it was moved since this was asked last
     */
    public Sought announceMoves() {
        ConsumeSession running = session;
        if (running == null) {
            return Sought.NOTHING;
        }
        ConsumeStatus status = running.status();
        buffer.beginEpoch(status.seekEpoch());
        boolean moved = status.seekEpoch() > seekEpoch;
        seekEpoch = status.seekEpoch();
        return !moved ? Sought.NOTHING : status.soughtEnd() ? Sought.THE_END : Sought.A_PLACE;
    }

    /** Shows the state as it is now. */
    public void showState(boolean following) {
        ConsumeSession running = session;
        if (running != null) {
            state.set(outage.state(running.status(), following));
        }
    }

    /**
     * Looks at the consumer, and parts from one that has ended by itself.
     *
     * @return why it failed for good, null where it did not
     */
    @Nullable
    public BrokerFailure look(BufferCounts counts, boolean noRows, boolean following) {
        ConsumeSession running = session;
        if (running == null) {
            return null;
        }
        ConsumeStatus status = running.status();
        flow.set(meter.measure(status, counts));
        showState(following);
        ends.tick(running, noRows);
        partitionsOfTopics.set(status.partitionsOfTopics());
        lookBack.set(running.lookBack());
        if (status.phase() != ConsumePhase.FAILED && status.phase() != ConsumePhase.STOPPED) {
            return null;
        }
        session = null;
        running.close();
        flow.set(Flow.NONE);
        return status.phase() == ConsumePhase.FAILED ? status.failure() : null;
    }

    /**
     * Returns what there is to say about a cluster that does not answer, null where it does.
     *
     * @param lastArrival when the last record came, in milliseconds since 1970; 0 for never
     */
    @Nullable
    public Notice outage(long lastArrival) {
        ConsumeSession running = session;
        if (running == null) {
            return null;
        }
        boolean neverConnected =
                state.get() == TableState.CONNECTING && running.status().failure() != null;
        return neverConnected || state.get() == TableState.RECONNECTING
                ? outage.notice(running.status(), lastArrival)
                : null;
    }

    /** Returns what there is to say about partitions that give no records, or that there is nothing. */
    public Notice missing() {
        ConsumeSession running = session;
        if (running == null || running.status().troubles().isEmpty()) {
            return new Notice.None();
        }
        ConsumeStatus status = running.status();
        return new Notice.Missing(status.troubles(), status.giving());
    }
}
