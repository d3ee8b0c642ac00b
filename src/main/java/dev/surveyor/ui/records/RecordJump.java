package dev.surveyor.ui.records;

import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.consume.RecordBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Goes to the record or the end of the log that a reference names. For the JavaFX thread only. */
public final class RecordJump {

    private final RecordTableViewModel table;
    private final RecordTools tools;
    private final WantedRecord wanted;

    RecordJump(RecordTableViewModel table, RecordTools tools) {
        this.table = table;
        this.tools = tools;
        this.wanted = new WantedRecord(tools.clock());
    }

    /** Selects the record of that place; waits a moment for one that may still be on its way. */
    public void to(PartitionOffset record) {
        int partitions = table.partitionCountProperty().get();
        if (partitions > 0 && record.partition().partition() >= partitions) {
            table.notices().tell(NamedPlaces.noSuchPartition(record, partitions));
        } else if (record.offset() < 0) {
            toNamed(record);
        } else {
            wanted.want(record, table.consumer().session() != null);
            table.notices().dismiss();
            table.ticks().wake();
        }
    }

    /** Moves that partition to the place that was not among the rows, or starts there. */
    public void readFrom(PartitionOffset record) {
        ConsumeSession running = table.consumer().session();
        table.notices().dismiss();
        if (running == null) {
            startAt(new StartPosition.AtOffset(record.offset()));
        } else {
            tellFailure(running.seek(Map.of(record.partition(), record.offset())));
        }
        wanted.want(record, true);
    }

    /** Returns whether a record is still waited for. */
    boolean waiting() {
        return wanted.waiting();
    }

    /** Looks for the wanted record among the rows, and tells where its time is up. */
    void tick(RecordBuffer buffer) {
        RowFeed feed = table.feed();
        Notice missing = wanted.look(feed.rows(), buffer, feed.listener()::reveal);
        if (missing != null) {
            table.notices().tell(missing);
        }
    }

    private void toNamed(PartitionOffset record) {
        StartPosition start = NamedPlaces.start(record);
        ConsumeSession running = table.consumer().session();
        if (start == null) {
            table.notices().tell(NamedPlaces.noPlace(record));
        } else if (running == null) {
            startAt(start);
        } else {
            tellFailure(running.seek(Map.of(record.partition(), record.offset())));
        }
    }

    private void startAt(StartPosition start) {
        table.choiceProperty().set(table.choiceProperty().get().with(start));
        table.start();
    }

    private void tellFailure(CompletableFuture<?> asked) {
        tools.ui().whenDone(asked, (done, thrown) -> {
            if (thrown != null) {
                table.notices().tell(new Notice.Failed(BrokerFailureException.in(thrown)));
            }
        });
    }
}
