package dev.surveyor.ui.records;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeStatus;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.BufferChanges;
import dev.surveyor.service.consume.BufferCounts;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.ui.fx.Pulse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the live table of a topic shows: its consumer, its rows, whether it follows, and what the strip above it
 * says. For the JavaFX thread only.
 */
public final class RecordTableViewModel implements AutoCloseable {

    private final String topic;
    private final ClusterSession cluster;
    private final Pulse pulse;
    private final Clock clock;
    private final RecordBuffer buffer;
    private final FilterViewModel filter;
    private final RecordRows rows = new RecordRows();
    private final FlowMeter meter;
    private final Outage outage;
    private final Marks marks = new Marks();
    private final EndOffsets ends = new EndOffsets();
    private final Place place;
    private final WantedRecord wanted;

    private final ObjectProperty<ConsumeChoice> choice = new SimpleObjectProperty<>(ConsumeChoice.DEFAULT);
    private final IntegerProperty partitionCount = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<TableState> state = new ReadOnlyObjectWrapper<>(TableState.IDLE);
    private final ReadOnlyObjectWrapper<BufferCounts> counts = new ReadOnlyObjectWrapper<>(BufferCounts.ZERO);
    private final ReadOnlyObjectWrapper<Flow> flow = new ReadOnlyObjectWrapper<>(Flow.NONE);
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(new Notice.None());
    private final ReadOnlyBooleanWrapper matching = new ReadOnlyBooleanWrapper(false);

    private volatile @Nullable BrokerFailure trouble;
    private TableListener listener = TableListener.NONE;
    private @Nullable ConsumeSession session;
    private @Nullable Runnable endTicks;
    private @Nullable Notice asked;
    private long lastArrival;

    /**
     * Makes the table of a topic; nothing is read until {@link #start()}.
     *
     * @param tools pulse, clock and executor of the window
     * @param limits how much is kept
     */
    public RecordTableViewModel(String topic, ClusterSession cluster, RecordTools tools, BufferLimits limits) {
        this.topic = topic;
        this.cluster = cluster;
        this.pulse = tools.pulse();
        this.clock = tools.zonedClock();
        this.meter = new FlowMeter(clock);
        this.outage = new Outage(cluster, clock);
        this.buffer = new RecordBuffer(limits, tools.background());
        this.place = new Place(buffer);
        this.wanted = new WantedRecord(clock);
        FilterLanguage language = new FilterLanguage(new FilterContext(clock, marks::contains));
        this.filter = new FilterViewModel(buffer, language, this::keepTicking);
    }

    // Properties

    public String topic() {
        return topic;
    }

    public ObservableList<LogEntry> rows() {
        return rows;
    }

    public FilterViewModel filter() {
        return filter;
    }

    public Marks marks() {
        return marks;
    }

    /** Returns what the chips say; takes effect at the next start. */
    public ObjectProperty<ConsumeChoice> choiceProperty() {
        return choice;
    }

    /** Returns the number of partitions of the topic, 0 until known. */
    public IntegerProperty partitionCountProperty() {
        return partitionCount;
    }

    public ReadOnlyObjectProperty<TableState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<BufferCounts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Flow> flowProperty() {
        return flow.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Returns whether the view stays at the end. */
    public ReadOnlyBooleanProperty followingProperty() {
        return place.followingProperty();
    }

    /** Returns whether a filter is being applied, so that the rows are still those of the one before. */
    public ReadOnlyBooleanProperty matchingProperty() {
        return matching.getReadOnlyProperty();
    }

    /** Returns how many rows came since the view stopped to follow. */
    public ReadOnlyLongProperty newRowsProperty() {
        return place.newRowsProperty();
    }

    /** Returns {@code End offsets: P0 1 204, P1 77}, empty until known. */
    public ReadOnlyStringProperty endsProperty() {
        return ends.textProperty();
    }

    /** Returns the servers of the connection as a command line takes them. */
    public String bootstrapServers() {
        return String.join(",", cluster.profile().bootstrapServers());
    }

    /** Returns the tag with which this program sent the record of that place, or null. Looks through all events. */
    @Nullable
    public String opaqueOf(PartitionOffset place) {
        return Opaques.of(cluster.events(), place);
    }

    /** Returns the running consumer, or null. */
    public @Nullable ConsumeSession session() {
        return session;
    }

    public BufferLimits limits() {
        return buffer.limits();
    }

    /** Returns the index of the row that stays at the top while the view does not follow. */
    public int anchorIndex() {
        return place.topIndex();
    }

    public void listen(TableListener newListener) {
        listener = newListener;
    }

    // Commands

    /** Starts a consumer as chosen; rows of an earlier one stay. */
    public void start() {
        if (session != null) {
            return;
        }
        ConsumeChoice now = choice.get();
        meter.clear();
        asked = null;
        ends.clear();
        session = cluster.consumers().start(now.request(topic), buffer.open(now.standalone()));
        follow();
        keepTicking();
        tick();
    }

    /** Changes where, as whom or what to read; a running consumer starts anew, with an empty table. */
    public void choose(ConsumeChoice newChoice) {
        choice.set(newChoice);
        if (session != null) {
            stop();
            clear();
            start();
        }
    }

    /** Ends the consumer; the rows stay. */
    public void stop() {
        ConsumeSession running = session;
        if (running != null) {
            session = null;
            running.close();
            buffer.unprotect();
            state.set(TableState.STOPPED);
            flow.set(Flow.NONE);
            tick();
        }
    }

    /** Stops fetching, or goes on; goes on by dropping the oldest rows where a full buffer had stopped it. */
    public void togglePause() {
        ConsumeSession running = session;
        if (running == null) {
            return;
        }
        switch (running.status().phase()) {
            case PAUSED_BY_USER -> running.resume();
            case PAUSED_BY_BUFFER -> dropOldest();
            default -> running.pause();
        }
        tick();
    }

    /** Goes to the end and stays there. */
    public void follow() {
        place.follow();
        state.set(stateNow());
        listener.rowsChanged(false);
    }

    /** Stays with this row at the top, however many others come. */
    public void browse(int topIndex) {
        place.browse(topIndex);
        state.set(stateNow());
    }

    /** Stops to follow without a place to keep, for rows in another order. */
    public void detach() {
        place.detach();
        state.set(stateNow());
    }

    /** Goes on fetching although the row at the top will be evicted. */
    public void dropOldest() {
        place.dropOldest();
    }

    /** Keeps more; fetching goes on where a full buffer had stopped it. */
    public void raiseLimit(BufferLimits limits) {
        buffer.limit(limits);
        keepTicking();
    }

    /** Forgets all rows and starts to count from 0. */
    public void clear() {
        buffer.clear();
        marks.clear();
        keepTicking();
    }

    /** Selects the record of that place; waits a moment for one that may still be on its way. */
    public void show(PartitionOffset record) {
        wanted.want(record, session != null);
        asked = null;
        keepTicking();
        tick();
    }

    /** Moves that partition to the place that was not among the rows. */
    public void seekTo(PartitionOffset record) {
        ConsumeSession running = session;
        dismissNotice();
        if (running == null) {
            choice.set(choice.get().with(new StartPosition.AtOffset(record.offset())));
            start();
        } else {
            running.seek(Map.of(record.partition(), record.offset())).exceptionally(failed -> {
                trouble = BrokerFailureException.in(failed);
                return List.of();
            });
        }
        wanted.want(record, true);
    }

    /** Marks the records, or takes their marks away. */
    public void toggleMark(List<ConsumedRecord> records) {
        records.forEach(marks::toggle);
        listener.marksChanged();
    }

    /** Says something in the strip above the rows until the user has read it. */
    public void tell(Notice told) {
        asked = told;
        notice.set(noticeNow());
    }

    /** Asks the cluster for a sign of life now. */
    public void retryNow() {
        cluster.checkNow();
    }

    /** Takes away a notice that answered a question of the user. */
    public void dismissNotice() {
        asked = null;
        notice.set(noticeNow());
    }

    @Override
    public void close() {
        stop();
        stopTickingWhen(true);
    }

    private void keepTicking() {
        if (endTicks == null) {
            endTicks = pulse.everyTick(this::tick);
        }
    }

    private void stopTickingWhen(boolean quiet) {
        if (quiet && endTicks != null) {
            endTicks.run();
            endTicks = null;
        }
    }

    private void tick() {
        ConsumeSession running = session;
        if (running != null) {
            buffer.beginEpoch(running.status().seekEpoch());
        }
        BufferChanges changes = buffer.takeChanges();
        take(changes);
        matching.set(changes.matching());
        if (running != null) {
            flow.set(meter.measure(running.status(), changes.counts()));
            state.set(stateNow());
            ends.tick(running, rows.isEmpty());
            endIfOver(running);
        }
        Notice missing = wanted.look(rows, buffer, listener::reveal);
        asked = missing == null ? asked : missing;
        BrokerFailure failed = trouble;
        if (failed != null) {
            trouble = null;
            asked = new Notice.Failed(failed);
        }
        notice.set(noticeNow());
        stopTickingWhen(session == null && !wanted.waiting() && changes.isEmpty() && !changes.matching());
    }

    private void take(BufferChanges changes) {
        if (changes.counts().received() != counts.get().received()) {
            lastArrival = clock.millis();
        }
        LogEntry top = changes.reset() && anchorIndex() < rows.size() ? rows.get(anchorIndex()) : null;
        place.moved(changes);
        if (!changes.isEmpty()) {
            List<LogEntry> gone = rows.apply(changes);
            if (changes.reset()) {
                marks.retain(buffer::records);
                anchorAnew(top);
            } else {
                marks.forget(gone);
            }
            listener.rowsChanged(changes.reset());
        }
        counts.set(changes.counts());
    }

    private void anchorAnew(@Nullable LogEntry top) {
        if (rows.isEmpty()) {
            follow();
        } else if (!place.followingProperty().get()) {
            browse(RecordFinder.nearest(rows, top));
        }
    }

    private TableState stateNow() {
        ConsumeSession running = session;
        return running == null
                ? state.get()
                : outage.state(running.status(), place.followingProperty().get());
    }

    private void endIfOver(ConsumeSession running) {
        ConsumeStatus status = running.status();
        if (status.phase() == ConsumePhase.FAILED || status.phase() == ConsumePhase.STOPPED) {
            session = null;
            running.close();
            flow.set(Flow.NONE);
            BrokerFailure failure = status.failure();
            if (failure != null && status.phase() == ConsumePhase.FAILED) {
                asked = new Notice.Failed(failure);
            }
        }
    }

    private Notice noticeNow() {
        if (state.get() == TableState.RECONNECTING && session != null) {
            return outage.notice(session.status(), lastArrival);
        }
        if (state.get() == TableState.PAUSED_BUFFER && !place.dropping()) {
            return new Notice.BufferFull();
        }
        return asked == null ? new Notice.None() : asked;
    }

    /** Returns the words of the state: the word alone, or with the seconds until the next try. */
    public String stateText() {
        return outage.words(state.get());
    }
}
