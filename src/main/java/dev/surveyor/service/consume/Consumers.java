package dev.surveyor.service.consume;

import dev.surveyor.domain.consume.ConsumeRequest;

/** Starts consumers on one connection. */
public interface Consumers {

    /**
     * Starts a consumer on a thread of its own and returns at once; what goes wrong is in its status.
     *
     * @param request what to consume
     * @param sink where its records go
     */
    ConsumeSession start(ConsumeRequest request, RecordSink sink);
}
