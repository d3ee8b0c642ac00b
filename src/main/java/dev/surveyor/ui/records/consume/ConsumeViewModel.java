package dev.surveyor.ui.records.consume;

import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.records.rows.Clearing;
import dev.surveyor.ui.records.rows.RowFeed;
import dev.surveyor.ui.records.rows.TableTicks;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Decides from where, as whom and which partitions a table reads, and begins and ends its consumer. For the JavaFX
 * thread only.
 */
public final class ConsumeViewModel {

    private final Subscription subscription;
    private final TableConsumer consumer;
    private final RowFeed feed;
    private final TableNotices notices;
    private final Clearing clearing;
    private final TableTicks ticks;
    private final UiExecutor ui;
    private final ObjectProperty<ConsumeChoice> choice = new SimpleObjectProperty<>(ConsumeChoice.DEFAULT);
    private final IntegerProperty partitionCount = new SimpleIntegerProperty();
    private Runnable beforePause = () -> {};
    private boolean closed;

    /**
     * @param subscription what is read
     * @param clearing asked to clear the rows where reading starts anew from elsewhere
     * @param ticks woken when there is something to look at
     */
    public ConsumeViewModel(
            Subscription subscription,
            TableConsumer consumer,
            RowFeed feed,
            TableNotices notices,
            Clearing clearing,
            TableTicks ticks,
            UiExecutor ui) {
        this.subscription = subscription;
        this.consumer = consumer;
        this.feed = feed;
        this.notices = notices;
        this.clearing = clearing;
        this.ticks = ticks;
        this.ui = ui;
    }

    /** Begins to follow how many partitions the consumer knows of. */
    public void begin() {
        consumer.partitionsOfTopicsProperty().addListener((source, before, now) -> grow(now.intValue()));
    }

    /** A topic may get partitions while it is read; it never loses any. */
    public void grow(int partitions) {
        if (!subscription.severalTopics() && partitions > partitionCount.get()) {
            partitionCount.set(partitions);
        }
    }

    /** Does this before a pause or its end. */
    public void beforePause(Runnable action) {
        beforePause = action;
    }

    // Properties

    public Subscription subscription() {
        return subscription;
    }

    /** Returns what is read: a topic, topics, or a pattern. */
    public String title() {
        return subscription.text().replace(",", ", ");
    }

    /** Returns the consumer and how it is doing. */
    public TableConsumer consumer() {
        return consumer;
    }

    /** Returns what the chips say; takes effect at the next start. */
    public ObjectProperty<ConsumeChoice> choiceProperty() {
        return choice;
    }

    /** Returns the number of partitions of the topic, 0 until known. */
    public IntegerProperty partitionCountProperty() {
        return partitionCount;
    }

    // Commands

    /** Starts a consumer as chosen; rows of an earlier one stay. */
    public void start() {
        start(choice.get(), true);
    }

    /** Goes on at these offsets as soon as they are known, unless it was closed meanwhile. */
    public void goOnAt(CompletableFuture<Map<PartitionId, Long>> positions) {
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
            feed.follow();
        } else {
            feed.position().browse(feed.position().index());
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
        beforePause.run();
        switch (running.status().phase()) {
            case PAUSED_BY_USER -> running.resume();
            case PAUSED_BY_BUFFER -> feed.position().dropOldest();
            default -> running.pause();
        }
        ticks.look();
    }

    /** Ends the consumer; another one is never started. */
    public void close() {
        closed = true;
        stop();
    }
}
