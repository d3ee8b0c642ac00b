package dev.surveyor.ui.records;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.BufferCounts;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the live table of one or several topics shows: its consumer, its rows, whether it follows, and what the
 * strip above it says. For the JavaFX thread only.
 */
public final class RecordTableViewModel implements AutoCloseable {

    private final Subscription subscription;
    private final ClusterSession cluster;
    private final Pulse pulse;
    private final UiExecutor ui;
    private final RecordBuffer buffer;
    private final FilterViewModel filter;
    private final Decoding decoding;
    private final Runnable stopListening;
    private final ReadOnlyIntegerWrapper readings = new ReadOnlyIntegerWrapper();
    private final TableConsumer consumer;
    private final RowFeed feed;
    private final ReadOnlyBooleanWrapper newestFirst = new ReadOnlyBooleanWrapper();
    private final TableNotices notices = new TableNotices();
    private final ReadOneModel readOne;
    private final GapReasons gaps;
    private final PartitionFacts partitionFacts;
    private final Marks marks = new Marks();
    private final WantedRecord wanted;
    private final TransactionMarks transactions;

    private final ObjectProperty<ConsumeChoice> choice = new SimpleObjectProperty<>(ConsumeChoice.DEFAULT);
    private final IntegerProperty partitionCount = new SimpleIntegerProperty();
    private @Nullable Runnable endTicks;

    /**
     * Makes the table; nothing is read until {@link #start()}.
     *
     * @param subscription whose records it shows
     * @param tools pulse, clock and executor of the window
     * @param limits how much is kept
     */
    public RecordTableViewModel(
            Subscription subscription, ClusterSession cluster, RecordTools tools, BufferLimits limits) {
        this.subscription = subscription;
        this.cluster = cluster;
        this.pulse = tools.pulse();
        this.ui = tools.ui();
        this.decoding = tools.decodings().of(cluster.profile().id());
        this.buffer = new RecordBuffer(limits, decoding.reader(), tools.background());
        this.consumer = new TableConsumer(cluster, buffer, tools.zonedClock(), ui);
        this.feed = new RowFeed(buffer, tools.clock(), marks);
        this.newestFirst.bind(tools.newestFirst());
        this.wanted = new WantedRecord(tools.clock());
        this.transactions = new TransactionMarks(buffer, cluster::searches, tools, this::tell, this::redraw);
        this.readOne = new ReadOneModel(this, cluster, tools.clock(), tools.ui());
        this.gaps = new GapReasons(this, cluster, tools.ui());
        this.partitionFacts = new PartitionFacts(this, tools.ui());
        this.stopListening = decoding.onChange(() -> tools.ui().execute(this::readAgain));
        FilterLanguage language =
                new FilterLanguage(new FilterContext(tools.zonedClock(), marks::contains, decoding.reader()));
        this.filter = new FilterViewModel(buffer, language, this::keepTicking);
    }

    // Properties

    public Subscription subscription() {
        return subscription;
    }

    /** Returns what the table is called: its topic, its topics, or its pattern. */
    public String title() {
        return subscription.text().replace(",", ", ");
    }

    /** Returns the rows, oldest first. */
    public ObservableList<LogEntry> rows() {
        return feed.rows();
    }

    /** Returns the same rows in the order in which they are shown. */
    public ObservableList<LogEntry> shownRows() {
        return newestFirst.get() ? feed.newestFirst() : feed.rows();
    }

    /** Returns whether the newest rows are shown at the top. */
    public ReadOnlyBooleanProperty newestFirstProperty() {
        return newestFirst.getReadOnlyProperty();
    }

    /** Returns how keys and values are read, and what is chosen for that. */
    public Decoding decoding() {
        return decoding;
    }

    /** Returns a number that changes whenever keys and values may read differently. */
    public ReadOnlyIntegerProperty readingsProperty() {
        return readings.getReadOnlyProperty();
    }

    public FilterViewModel filter() {
        return filter;
    }

    public Marks marks() {
        return marks;
    }

    /** Returns which records are of aborted or open transactions. */
    public TransactionMarks transactions() {
        return transactions;
    }

    /** Returns where the consumer stands in each partition. */
    public PartitionFacts partitionFacts() {
        return partitionFacts;
    }

    /** Returns what tells why offsets were not delivered. */
    public GapReasons gaps() {
        return gaps;
    }

    /** Returns what reads records one by one. */
    public ReadOneModel readOne() {
        return readOne;
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
        return consumer.stateProperty();
    }

    public ReadOnlyObjectProperty<BufferCounts> countsProperty() {
        return feed.countsProperty();
    }

    public ReadOnlyObjectProperty<Flow> flowProperty() {
        return consumer.flowProperty();
    }

    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notices.property();
    }

    /** Returns whether the view stays at the newest row. */
    public ReadOnlyBooleanProperty followingProperty() {
        return feed.place().followingProperty();
    }

    /** Returns whether a filter is being applied, so that the rows are still those of the one before. */
    public ReadOnlyBooleanProperty matchingProperty() {
        return feed.matchingProperty();
    }

    /** Returns how many rows came since the view stopped to follow. */
    public ReadOnlyLongProperty newRowsProperty() {
        return feed.place().newRowsProperty();
    }

    /** Returns {@code End offsets: P0 1 204, P1 77}, empty until known. */
    public ReadOnlyStringProperty endsProperty() {
        return consumer.endsProperty();
    }

    /** Returns the words of the state: the word alone, or with the seconds until the next try. */
    public String stateText() {
        return consumer.stateText();
    }

    /** Returns the connection whose records these are. */
    public ClusterSession cluster() {
        return cluster;
    }

    /** Returns the tag with which this program sent the record of that place, or null. Looks through all events. */
    public @Nullable String opaqueOf(PartitionOffset place) {
        return Opaques.of(cluster.events(), place);
    }

    /** Returns the running consumer, or null. */
    public @Nullable ConsumeSession session() {
        return consumer.session();
    }

    public BufferLimits limits() {
        return buffer.limits();
    }

    /** Returns all records that are kept, oldest first, shown or not. */
    public List<ConsumedRecord> kept() {
        return buffer.records();
    }

    /** Returns the index, oldest first, of the row that stays in its place while the view does not follow. */
    public int anchorIndex() {
        return feed.place().index();
    }

    public void listen(TableListener newListener) {
        feed.listen(newListener);
    }

    // Commands

    /** Starts a consumer as chosen; rows of an earlier one stay. */
    public void start() {
        if (session() != null) {
            return;
        }
        ConsumeChoice now = choice.get();
        notices.tell(null);
        consumer.start(now.request(subscription), now.standalone(), () -> ui.execute(this::tickIfOpen));
        follow();
        keepTicking();
        tick();
    }

    /** Changes where, as whom or what to read; a running consumer starts anew, with an empty table. */
    public void choose(ConsumeChoice newChoice) {
        choice.set(newChoice);
        if (session() != null) {
            stop();
            clear();
            start();
        }
    }

    /** Ends the consumer; the rows stay. */
    public void stop() {
        if (session() != null) {
            consumer.stop();
            tick();
        }
    }

    /** Stops fetching, or goes on; goes on by dropping the oldest rows where a full buffer had stopped it. */
    public void togglePause() {
        ConsumeSession running = session();
        if (running == null) {
            return;
        }
        readOne.cancel();
        switch (running.status().phase()) {
            case PAUSED_BY_USER -> running.resume();
            case PAUSED_BY_BUFFER -> dropOldest();
            default -> running.pause();
        }
        tick();
    }

    /** Goes to the newest row and stays there. */
    public void follow() {
        feed.place().follow();
        showState();
        feed.listener().rowsChanged(false);
    }

    /**
     * Stays with this row where it is, however many others come; neither it nor a newer one is evicted.
     *
     * @param index of the oldest row on the screen, oldest first
     */
    public void browse(int index) {
        feed.place().browse(index);
        showState();
    }

    /** Stops to follow without a place to keep, for rows in another order. */
    public void detach() {
        feed.place().detach();
        showState();
    }

    /** Goes on fetching although the row that stays will be evicted. */
    public void dropOldest() {
        feed.place().dropOldest();
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
        int partitions = partitionCount.get();
        if (partitions > 0 && record.partition().partition() >= partitions) {
            tell(NamedPlaces.noSuchPartition(record, partitions));
            return;
        }
        if (record.offset() < 0) {
            showNamed(record);
            return;
        }
        wanted.want(record, session() != null);
        notices.tell(null);
        keepTicking();
        tick();
    }

    /** Goes to the beginning or the end of the log, where the reference names it. */
    private void showNamed(PartitionOffset record) {
        StartPosition start = NamedPlaces.start(record);
        ConsumeSession running = session();
        if (start == null) {
            tell(NamedPlaces.noPlace(record));
        } else if (running == null) {
            choice.set(choice.get().with(start));
            start();
        } else {
            tellFailure(NamedPlaces.seek(running, record));
        }
    }

    /** Moves that partition to the place that was not among the rows. */
    public void seekTo(PartitionOffset record) {
        ConsumeSession running = session();
        dismissNotice();
        if (running == null) {
            choice.set(choice.get().with(new StartPosition.AtOffset(record.offset())));
            start();
        } else {
            tellFailure(running.seek(Map.of(record.partition(), record.offset())));
        }
        wanted.want(record, true);
    }

    private void tellFailure(CompletableFuture<?> asked) {
        ui.whenDone(asked, (done, thrown) -> {
            if (thrown != null) {
                tell(new Notice.Failed(BrokerFailureException.in(thrown)));
            }
        });
    }

    /** Marks the records, or takes their marks away. */
    public void toggleMark(List<ConsumedRecord> records) {
        records.forEach(marks::toggle);
        feed.listener().marksChanged();
    }

    /** Says something in the strip above the rows until the user has read it. */
    public void tell(Notice told) {
        notices.tell(told);
        notices.show(consumer, feed);
    }

    /** Asks the cluster for a sign of life now. */
    public void retryNow() {
        cluster.checkNow();
    }

    /** Takes away a notice that answered a question of the user. */
    public void dismissNotice() {
        notices.tell(null);
        notices.show(consumer, feed);
    }

    @Override
    public void close() {
        stopListening.run();
        readOne.cancel();
        stop();
        stopTicking();
    }

    /** Draws the rows that are on the screen again: something about them has become known. */
    void redraw() {
        feed.listener().marksChanged();
    }

    /** A schema came, or another decoder was chosen: cells, inspector and filter look again. */
    private void readAgain() {
        readings.set(readings.get() + 1);
        buffer.readAgain();
        filter.askAgain();
        keepTicking();
    }

    /** Counts the time without records from now on. */
    void arriveNow() {
        feed.arriveNow();
    }

    private void showState() {
        consumer.showState(followingProperty().get());
    }

    private void keepTicking() {
        if (endTicks == null) {
            endTicks = pulse.everyTick(this::tickUnlessFlooded);
        }
    }

    private void stopTicking() {
        if (endTicks != null) {
            endTicks.run();
            endTicks = null;
        }
    }

    /** A table that was closed meanwhile has no ticks. */
    private void tickIfOpen() {
        if (endTicks != null) {
            tick();
        }
    }

    private void tickUnlessFlooded() {
        if (!feed.rests()) {
            tick();
        }
    }

    private void tick() {
        consumer.announceMoves();
        boolean quiet = feed.take();
        BrokerFailure failure = consumer.look(
                countsProperty().get(), rows().isEmpty(), followingProperty().get());
        if (failure != null) {
            notices.tell(new Notice.Failed(failure));
        }
        Notice missing = wanted.look(rows(), buffer, feed.listener()::reveal);
        if (missing != null) {
            notices.tell(missing);
        }
        readOne.tick(feed.lastArrival());
        boolean asking = transactions.tick(countsProperty().get().received());
        notices.show(consumer, feed);
        if (session() == null && !wanted.waiting() && !asking && quiet) {
            stopTicking();
        }
    }
}
