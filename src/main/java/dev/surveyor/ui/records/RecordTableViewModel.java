package dev.surveyor.ui.records;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/**
 * Decides what the live table of one or several topics shows: its consumer, its rows, whether it follows, and what the
 * strip above it says. For the JavaFX thread only.
 */
public final class RecordTableViewModel implements AutoCloseable {

    private final Subscription subscription;
    private final ClusterSession cluster;
    private final UiExecutor ui;
    private final RecordBuffer buffer;
    private final FilterViewModel filter;
    private final Decoding decoding;
    private final Runnable stopListening;
    private final ReadOnlyIntegerWrapper readings = new ReadOnlyIntegerWrapper();
    private final TableConsumer consumer;
    private final RowFeed feed;
    private final TableNotices notices;
    private final ReadOneModel readOne;
    private final GapReasons gaps;
    private final PartitionFacts partitionFacts;
    private final Marks marks = new Marks();
    private final RecordJump jump;
    private final TransactionMarks transactions;
    private final TableTicks ticks;
    private final HighlightRules highlights;
    private final Clearing clearing;

    private final ObjectProperty<ConsumeChoice> choice = new SimpleObjectProperty<>(ConsumeChoice.DEFAULT);
    private final IntegerProperty partitionCount = new SimpleIntegerProperty();
    private boolean closed;

    /**
     * Makes the table; nothing is read until {@link #start()}.
     *
     * @param subscription whose records it shows
     * @param tools pulse, clock and executor of the window
     * @param limits how much is kept
     */
    public RecordTableViewModel(
            Subscription subscription, ClusterSession cluster, RecordTools tools, BufferLimits limits) {
        this(
                subscription,
                cluster,
                tools,
                new RecordBuffer(
                        limits, tools.decodings().of(cluster.profile().id()).reader(), tools.background()));
    }

    /**
     * Makes the table in the place of one whose connection ended: with its rows, and going on where that stood.
     *
     * @param cluster another connection of the same profile
     */
    public RecordTableViewModel(
            Subscription subscription, ClusterSession cluster, RecordTools tools, TableHandover handover) {
        this(subscription, cluster, tools, handover.buffer());
        choice.set(handover.choice());
        partitionCount.set(handover.partitions());
        buffer.tellAnother();
        filter.continueFrom(handover.filter());
        CompletableFuture<Map<PartitionId, Long>> positions = handover.positions();
        if (positions != null) {
            goOnAt(positions);
        }
    }

    private RecordTableViewModel(
            Subscription subscription, ClusterSession cluster, RecordTools tools, RecordBuffer buffer) {
        this.subscription = subscription;
        this.buffer = buffer;
        this.cluster = cluster;
        this.ui = tools.ui();
        this.decoding = tools.decodings().of(cluster.profile().id());
        this.consumer = new TableConsumer(cluster, buffer, tools.zonedClock(), ui);
        this.feed = new RowFeed(buffer, tools, marks);
        this.clearing = new Clearing(this, buffer);
        this.notices = new TableNotices(consumer, feed);
        this.jump = new RecordJump(this, tools);
        this.transactions = new TransactionMarks(
                buffer, subscription.text(), cluster::searches, tools, notices::tell, this::redraw);
        this.readOne = new ReadOneModel(this, cluster, tools.clock(), tools.ui());
        this.gaps = new GapReasons(this, cluster, tools.ui());
        this.partitionFacts = new PartitionFacts(this, tools.ui());
        this.ticks = new TableTicks(this, tools.pulse(), buffer);
        this.stopListening = decoding.onChange(() -> tools.ui().execute(this::readAgain));
        FilterLanguage language = new FilterLanguage(
                new FilterContext(tools.zonedClock(), marks::contains, transactions.known(), decoding.reader()));
        this.filter = new FilterViewModel(buffer, language, transactions, ticks::keep);
        this.highlights =
                new HighlightRules(language, subscription.text(), tools, transactions::serveRules, this::drawAgain);
        feed.position().followingProperty().addListener((source, before, now) -> consumer.showState(now));
        consumer.partitionsOfTopicsProperty().addListener((source, before, now) -> grow(now.intValue()));
    }

    /** A topic may get partitions while it is read; it never loses any. */
    void grow(int partitions) {
        if (!subscription.severalTopics() && partitions > partitionCount.get()) {
            partitionCount.set(partitions);
        }
    }

    // Properties

    public Subscription subscription() {
        return subscription;
    }

    /** Returns what the table is called: its topic, its topics, or its pattern. */
    public String title() {
        return subscription.text().replace(",", ", ");
    }

    /** Returns the consumer and how it is doing. */
    public TableConsumer consumer() {
        return consumer;
    }

    /** Returns the rows and what is counted about them. */
    public RowFeed feed() {
        return feed;
    }

    /** Returns the rows, oldest first. */
    public ObservableList<LogEntry> rows() {
        return feed.rows();
    }

    /** Returns where the user looks among the rows. */
    public ViewPosition position() {
        return feed.position();
    }

    /** Returns what the strip above the rows says. */
    public TableNotices notices() {
        return notices;
    }

    /** Returns what goes to a record. */
    public RecordJump jump() {
        return jump;
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

    /** Returns which rows have a colour. */
    public HighlightRules highlights() {
        return highlights;
    }

    /** Returns which records are of aborted or open transactions. */
    public TransactionMarks transactions() {
        return transactions;
    }

    /** Returns where the consumer stands in each partition. */
    public PartitionFacts partitionFacts() {
        return partitionFacts;
    }

    /** Returns what clears the table, and takes that back. */
    public Clearing clearing() {
        return clearing;
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

    /** Returns the connection whose records these are. */
    public ClusterSession cluster() {
        return cluster;
    }

    // Commands

    /** Starts a consumer as chosen; rows of an earlier one stay. */
    public void start() {
        start(choice.get(), true);
    }

    private void goOnAt(CompletableFuture<Map<PartitionId, Long>> positions) {
        ui.whenDone(positions, (offsets, thrown) -> goOn(offsets == null ? Map.of() : offsets));
    }

    private void goOn(Map<PartitionId, Long> offsets) {
        ConsumeChoice now = choice.get();
        boolean committed = now.start() instanceof StartPosition.Committed;
        if (!closed) {
            start(
                    offsets.isEmpty() || committed ? now : now.with(new StartPosition.AtOffsets(offsets)),
                    feed.position().followingProperty().get());
        }
    }

    private void start(ConsumeChoice now, boolean follow) {
        if (consumer.session() != null) {
            return;
        }
        notices.dismiss();
        consumer.start(now.request(subscription), now.standalone(), () -> ui.execute(ticks::lookIfOpen));
        if (follow) {
            follow();
        } else {
            position().browse(position().index());
        }
        ticks.wake();
    }

    /**
     * Changes where, as whom or what to read. A running consumer starts anew, with an empty table where it reads from
     * elsewhere; where only the reader is another one, the rows stay, and one without a group goes on where the other
     * stood.
     */
    public void choose(ConsumeChoice newChoice) {
        ConsumeChoice before = choice.get();
        choice.set(newChoice);
        ConsumeSession running = consumer.session();
        if (running == null) {
            return;
        }
        if (newChoice.mode() instanceof ConsumerMode.GroupMember member && newChoice.commitsOtherwise(before)) {
            running.commitBy(member.settings().commit());
        } else if (newChoice.mode().equals(before.mode())) {
            stop();
            clearing.clearForGood();
            start();
        } else if (newChoice.standalone()) {
            CompletableFuture<Map<PartitionId, Long>> positions = running.lastPositions();
            stop();
            goOnAt(positions);
        } else {
            stop();
            start(newChoice, feed.position().followingProperty().get());
        }
    }

    /** Ends the consumer; the rows stay. */
    public void stop() {
        if (consumer.session() != null) {
            consumer.stop(ticks::wake);
            ticks.look();
        }
    }

    /** Stops fetching, or goes on; goes on by dropping the oldest rows where a full buffer had stopped it. */
    public void togglePause() {
        ConsumeSession running = consumer.session();
        if (running == null) {
            return;
        }
        readOne.cancel();
        switch (running.status().phase()) {
            case PAUSED_BY_USER -> running.resume();
            case PAUSED_BY_BUFFER -> feed.position().dropOldest();
            default -> running.pause();
        }
        ticks.look();
    }

    /** Goes to the newest row and stays there. */
    public void follow() {
        feed.position().follow();
        feed.listener().rowsChanged(false);
    }

    /** Keeps more; fetching goes on where a full buffer had stopped it. */
    public void raiseLimit(BufferLimits limits) {
        buffer.limit(limits);
        ticks.keep();
    }

    /** Marks the records, or takes their marks away. */
    public void toggleMark(List<ConsumedRecord> records) {
        records.forEach(marks::toggle);
        redraw();
    }

    /** Returns what another table can go on with; this one shows nothing new from now on and is to be closed. */
    public TableHandover handover() {
        ticks.close();
        ConsumeSession running = consumer.session();
        return new TableHandover(
                buffer, choice.get(), filter, partitionCount.get(), running == null ? null : running.lastPositions());
    }

    @Override
    public void close() {
        closed = true;
        stopListening.run();
        highlights.close();
        clearing.forget();
        readOne.cancel();
        stop();
        ticks.close();
    }

    /** Draws the rows that are on the screen again: something about them has become known. */
    void redraw() {
        // Transactions are looked up before there are rules.
        if (highlights != null) {
            highlights.askAgain();
        }
        drawAgain();
    }

    private void drawAgain() {
        feed.listener().marksChanged();
    }

    /** A schema came, or another decoder was chosen: cells, inspector and filter look again. */
    private void readAgain() {
        highlights.askAgain();
        readings.set(readings.get() + 1);
        ui.whenDone(buffer.readAgain(), (counted, thrown) -> ticks.keep());
        filter.askAgain();
        ticks.keep();
    }

    /** Returns what looks at the table again and again. */
    TableTicks ticks() {
        return ticks;
    }
}
