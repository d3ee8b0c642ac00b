package dev.surveyor.ui.records.jump;

import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.rows.NamedPlaces;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.service.rows.WantedRecord;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.records.consume.ConsumeViewModel;
import dev.surveyor.ui.records.consume.TableNotices;
import dev.surveyor.ui.records.rows.RowFeed;
import dev.surveyor.ui.records.rows.TableTicks;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Goes to the record or the end of the log that a reference names. For the JavaFX thread only. */
public final class RecordJump {

    private final ConsumeViewModel consume;
    private final RowFeed feed;
    private final TableNotices notices;
    private final TableTicks ticks;
    private final UiExecutor ui;
    private final WantedRecord wanted;

    public RecordJump(
            ConsumeViewModel consume,
            RowFeed feed,
            TableNotices notices,
            TableTicks ticks,
            UiExecutor ui,
            Clock clock) {
        this.consume = consume;
        this.feed = feed;
        this.notices = notices;
        this.ticks = ticks;
        this.ui = ui;
        this.wanted = new WantedRecord(clock);
    }

    /** Selects the record of that place; waits a moment for one that may still be on its way. */
    public void to(PartitionOffset record) {
        int partitions = consume.partitionCountProperty().get();
        if (partitions > 0 && record.partition().partition() >= partitions) {
            notices.tell(NamedPlaces.noSuchPartition(record, partitions));
        } else if (record.offset() < 0) {
            toNamed(record);
        } else {
            wanted.want(record, consume.consumer().session() != null);
            notices.dismiss();
            ticks.wake();
        }
    }

    /** Moves that partition to the place that was not among the rows, or starts there. */
    public void readFrom(PartitionOffset record) {
        ConsumeSession running = consume.consumer().session();
        notices.dismiss();
        if (running == null) {
            startAt(new StartPosition.AtOffset(record.offset()));
        } else {
            tellFailure(running.seek(Map.of(record.partition(), record.offset())));
        }
        wanted.want(record, true);
    }

    /** Returns whether a record is still waited for. */
    public boolean waiting() {
        return wanted.waiting();
    }

    /** Looks for the wanted record among the rows, and tells where its time is up. */
    public void tick(RecordBuffer buffer) {
        Notice missing = wanted.look(feed.rows(), buffer, feed::reveal);
        if (missing != null) {
            notices.tell(missing);
        }
    }

    private void toNamed(PartitionOffset record) {
        StartPosition start = NamedPlaces.start(record);
        ConsumeSession running = consume.consumer().session();
        if (start == null) {
            notices.tell(NamedPlaces.noPlace(record));
        } else if (running == null) {
            startAt(start);
        } else {
            tellFailure(running.seek(Map.of(record.partition(), record.offset())));
        }
    }

    private void startAt(StartPosition start) {
        consume.choiceProperty().set(consume.choiceProperty().get().with(start));
        consume.start();
    }

    private void tellFailure(CompletableFuture<?> asked) {
        ui.whenDone(asked, (done, thrown) -> {
            if (thrown != null) {
                notices.tell(new Notice.Failed(BrokerFailureException.in(thrown)));
            }
        });
    }
}
