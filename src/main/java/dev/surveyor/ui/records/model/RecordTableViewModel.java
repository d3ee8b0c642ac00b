package dev.surveyor.ui.records.model;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.service.transaction.TransactionLookup;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.records.consume.ConsumeViewModel;
import dev.surveyor.ui.records.consume.Shortfalls;
import dev.surveyor.ui.records.consume.TableConsumer;
import dev.surveyor.ui.records.consume.TableNotices;
import dev.surveyor.ui.records.filter.FilterViewModel;
import dev.surveyor.ui.records.gaps.GapReasons;
import dev.surveyor.ui.records.highlight.HighlightRules;
import dev.surveyor.ui.records.jump.ReadOneModel;
import dev.surveyor.ui.records.jump.RecordJump;
import dev.surveyor.ui.records.partitions.PartitionFacts;
import dev.surveyor.ui.records.rows.Clearing;
import dev.surveyor.ui.records.rows.Marks;
import dev.surveyor.ui.records.rows.RowFeed;
import dev.surveyor.ui.records.rows.TableTicks;
import dev.surveyor.ui.records.transactions.TransactionMarks;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * A live table of one or several topics: makes what it consists of, and looks at all of it with each tick. Each part is
 * for the view that shows it. For the JavaFX thread only.
 */
public final class RecordTableViewModel implements AutoCloseable {

    private final ClusterSession cluster;
    private final UiExecutor ui;
    private final RecordBuffer buffer;
    private final Decoding decoding;
    private final Marks marks = new Marks();
    private final RowFeed feed;
    private final TableConsumer consumer;
    private final TableNotices notices;
    private final TableTicks ticks;
    private final Clearing clearing;
    private final ConsumeViewModel consume;
    private final RecordJump jump;
    private final ReadOneModel readOne;
    private final Shortfalls shortfalls;
    private final PartitionFacts partitionFacts;
    private final GapReasons gaps;
    private final TransactionMarks transactions;
    private final FilterViewModel filter;
    private final HighlightRules highlights;
    private final ReadOnlyIntegerWrapper readings = new ReadOnlyIntegerWrapper();
    private final Runnable stopListening;

    /**
     * Makes the table; nothing is read until {@link ConsumeViewModel#start()}.
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
        consume.choiceProperty().set(handover.choice());
        consume.partitionCountProperty().set(handover.partitions());
        buffer.tellAnother();
        filter.continueFrom(handover.filter());
        CompletableFuture<Map<PartitionId, Long>> positions = handover.positions();
        if (positions != null) {
            consume.goOnAt(positions);
        }
    }

    private RecordTableViewModel(
            Subscription subscription, ClusterSession cluster, RecordTools tools, RecordBuffer buffer) {
        this.cluster = cluster;
        this.ui = tools.ui();
        this.buffer = buffer;
        decoding = tools.decodings().of(cluster.profile().id());
        feed = new RowFeed(buffer, tools.clock(), tools.newestFirst(), marks);
        consumer = new TableConsumer(cluster, buffer, tools.zonedClock(), ui);
        notices = new TableNotices(consumer, feed);
        ticks = new TableTicks(tools.pulse(), feed::rests);
        clearing = new Clearing(buffer, marks, consumer::recount, ticks::keep, notices::tell);
        consume = new ConsumeViewModel(subscription, consumer, feed, notices, clearing, ticks, ui);
        jump = new RecordJump(consume, feed, notices, ticks, ui, tools.clock());
        readOne = new ReadOneModel(consume, feed, jump, notices, cluster.events(), tools.clock(), ui);
        shortfalls = new Shortfalls(consume, notices);
        partitionFacts = new PartitionFacts(consumer, subscription, cluster, ui, consume::grow);
        gaps = new GapReasons(
                cluster, ui, () -> consume.choiceProperty().get().isolation(), notices::tell, feed::redraw);
        String topics = subscription.text();
        transactions = new TransactionMarks(
                buffer,
                new TransactionLookup(buffer, cluster::searches, tools.background()),
                topics,
                tools.settings(),
                ui,
                tools.clock(),
                notices::tell);
        FilterLanguage language = new FilterLanguage(
                new FilterContext(tools.zonedClock(), marks::contains, transactions.known(), decoding.reader()));
        filter = new FilterViewModel(buffer, language, transactions, ticks::keep);
        highlights = new HighlightRules(
                language, topics, tools.highlights(), tools.background(), ui, transactions::serveRules, feed::redraw);
        // All is there: now it may listen to one another.
        stopListening = decoding.onChange(() -> ui.execute(this::readAgain));
        ticks.serve(this::look);
        consume.begin();
        consume.beforePause(readOne::cancel);
        feed.position().followingProperty().addListener((source, before, now) -> consumer.showState(now));
        transactions.changesProperty().addListener((source, before, now) -> redraw());
    }

    // What it consists of

    /** Returns what is read, from where and as whom. */
    public ConsumeViewModel consume() {
        return consume;
    }

    /** Returns the rows and what is counted about them. */
    public RowFeed feed() {
        return feed;
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

    /** Returns the connection whose records these are. */
    public ClusterSession cluster() {
        return cluster;
    }

    // Commands

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
        transactions.close();
        ticks.close();
        ConsumeSession running = consumer.session();
        return new TableHandover(
                buffer,
                consume.choiceProperty().get(),
                filter,
                consume.partitionCountProperty().get(),
                running == null ? null : running.lastPositions());
    }

    @Override
    public void close() {
        stopListening.run();
        highlights.close();
        clearing.forget();
        readOne.cancel();
        consume.close();
        transactions.close();
        ticks.close();
    }

    /** Takes what is there, and tells what has become of the consumer and of what was asked; returns whether all rests. */
    private boolean look() {
        boolean quiet = feed.take(consumer.announceMoves());
        BrokerFailure failure = consumer.look(
                feed.countsProperty().get(),
                feed.rows().isEmpty(),
                feed.position().followingProperty().get());
        if (failure != null) {
            notices.tell(new Notice.Failed(failure));
        }
        shortfalls.tick(consumer.lookBackProperty().get());
        jump.tick(buffer);
        readOne.tick(feed.lastArrival());
        boolean asking = transactions.tick(feed.countsProperty().get().received());
        notices.show();
        return consumer.session() == null && !jump.waiting() && !asking && quiet;
    }

    /** Something about the records on the screen has become known: rules are asked again. */
    private void redraw() {
        highlights.askAgain();
        feed.redraw();
    }

    /** A schema came, or another decoder was chosen: cells, inspector and filter look again. */
    private void readAgain() {
        highlights.askAgain();
        readings.set(readings.get() + 1);
        ui.whenDone(buffer.readAgain(), (counted, thrown) -> ticks.keep());
        filter.askAgain();
        ticks.keep();
    }
}
