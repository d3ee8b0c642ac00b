package dev.surveyor.ui.seek;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.FakeConsumer;
import dev.surveyor.service.consume.RecordSink;
import java.util.List;
import java.util.OptionalLong;

/** A running standalone consumer of {@code orders} with the partitions of the picture of the seek dialog. */
final class PictureConsumer {

    private static final RecordSink NOWHERE = new RecordSink() {
        @Override
        public void accept(List<ConsumedRecord> batch) {}

        @Override
        public boolean hasRoom() {
            return true;
        }
    };

    private PictureConsumer() {}

    static FakeConsumer make() {
        FakeConsumer session =
                new FakeConsumer(ConsumeRequest.standalone("orders", new StartPosition.NewRecords()), NOWHERE);
        session.clientId = "explorer-1";
        session.positions.clear();
        add(session, 100, 8_102, 8_102, 8_090);
        add(session, 0, 21_953, 21_953, 21_951);
        add(session, 0, 16_024, 16_024, 15_983);
        add(session, 1_200, 48_209, 48_207, 48_157);
        add(session, 0, 9_313, 9_313, 9_305);
        add(session, 0, 12_747, 12_747, 12_740);
        return session;
    }

    /** Adds a partition; a committed offset below 0 is none. */
    static void add(FakeConsumer session, long begin, long end, long position, long committed) {
        session.positions.add(new PartitionPosition(
                new PartitionId("orders", session.positions.size()),
                begin,
                end,
                OptionalLong.of(position),
                committed < 0 ? OptionalLong.empty() : OptionalLong.of(committed)));
    }
}
