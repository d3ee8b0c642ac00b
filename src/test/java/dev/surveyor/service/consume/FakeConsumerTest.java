package dev.surveyor.service.consume;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.ConsumedRecord;
import java.util.List;

class FakeConsumerTest extends ConsumeSessionContract {

    @Override
    protected ConsumeSession start() {
        return new FakeConsumer(ConsumeRequest.standalone("orders", new StartPosition.NewRecords()), new RecordSink() {
            @Override
            public void accept(List<ConsumedRecord> batch) {}

            @Override
            public boolean hasRoom() {
                return true;
            }
        });
    }
}
