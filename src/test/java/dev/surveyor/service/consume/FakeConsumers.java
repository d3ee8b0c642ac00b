package dev.surveyor.service.consume;

import dev.surveyor.domain.consume.ConsumeRequest;
import java.util.ArrayList;
import java.util.List;

/** Starts consumers that do what the test says, at once and on no thread. */
public final class FakeConsumers implements Consumers {

    /** All that were started, in order. */
    public final List<FakeConsumer> started = new ArrayList<>();

    public FakeConsumer last() {
        return started.get(started.size() - 1);
    }

    @Override
    public ConsumeSession start(ConsumeRequest request, RecordSink sink) {
        FakeConsumer consumer = new FakeConsumer(request, sink);
        started.add(consumer);
        return consumer;
    }
}
