package dev.surveyor.ui.records;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.ui.fx.Pulse;
import org.jspecify.annotations.Nullable;

/** Looks at a table with each tick of the pulse, until nothing can change any more. For the JavaFX thread only. */
final class TableTicks {

    private final RecordTableViewModel table;
    private final Pulse pulse;
    private final RecordBuffer buffer;
    private final Shortfalls shortfalls;
    private @Nullable Runnable end;
    private boolean closed;

    TableTicks(RecordTableViewModel table, Pulse pulse, RecordBuffer buffer) {
        this.table = table;
        this.pulse = pulse;
        this.buffer = buffer;
        this.shortfalls = new Shortfalls(table);
    }

    /** Looks at once, and goes on looking. */
    void wake() {
        keep();
        look();
    }

    /** Goes on looking with the next tick. */
    void keep() {
        if (end == null && !closed) {
            end = pulse.everyTick(this::lookUnlessFlooded);
        }
    }

    /** Looks no more. */
    void end() {
        if (end != null) {
            end.run();
            end = null;
        }
    }

    /** Looks never again: the rows may be those of another table now. */
    void close() {
        closed = true;
        table.transactions().close();
        end();
    }

    /** Looks at once, unless the table was closed meanwhile. */
    void lookIfOpen() {
        if (end != null) {
            look();
        }
    }

    private void lookUnlessFlooded() {
        if (!table.feed().rests()) {
            look();
        }
    }

    /** Takes what is there, and tells what has become of the consumer and of what was asked. */
    void look() {
        if (closed) {
            return;
        }
        TableConsumer consumer = table.consumer();
        RowFeed feed = table.feed();
        boolean quiet = feed.take(consumer.announceMoves());
        BrokerFailure failure = consumer.look(
                feed.countsProperty().get(),
                feed.rows().isEmpty(),
                feed.position().followingProperty().get());
        if (failure != null) {
            table.notices().tell(new Notice.Failed(failure));
        }
        shortfalls.tick(consumer.lookBackProperty().get());
        table.jump().tick(buffer);
        table.readOne().tick(feed.lastArrival());
        boolean asking = table.transactions().tick(feed.countsProperty().get().received());
        table.notices().show();
        if (consumer.session() == null && !table.jump().waiting() && !asking && quiet) {
            end();
        }
    }
}
