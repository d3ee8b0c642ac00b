package dev.surveyor.kafka.search;

import dev.surveyor.domain.consume.IsolationLevel;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The consumers with which a search reads, for as long as they are open. For any thread. */
final class SearchReaders {

    private final SearchClients clients;
    private final IsolationLevel isolation;
    private final List<Consumer<ByteBuffer, ByteBuffer>> open = new CopyOnWriteArrayList<>();

    /**
     * @param isolation what the readers see of transactions
     */
    SearchReaders(SearchClients clients, IsolationLevel isolation) {
        this.clients = clients;
        this.isolation = isolation;
    }

    /** Opens one more, for the calling thread. */
    Consumer<ByteBuffer, ByteBuffer> open() {
        Consumer<ByteBuffer, ByteBuffer> consumer = clients.open(isolation);
        open.add(consumer);
        return consumer;
    }

    /** Ends what the readers wait for: their next call throws. */
    void wakeUp() {
        open.forEach(Consumer::wakeup);
    }

    /** Closes one, by the thread that has used it; does nothing for null. */
    void close(@Nullable Consumer<ByteBuffer, ByteBuffer> consumer) {
        // An interrupt would make the client give up on closing.
        boolean unused = Thread.interrupted();
        if (consumer != null) {
            open.remove(consumer);
            try {
                // Nobody waits for a reader without a group, and a parked fetch would hold up a patient close.
                consumer.close(CloseOptions.timeout(Duration.ZERO));
            } catch (KafkaException notClean) {
                // All was read; what is left open ends with the process at the latest.
                return;
            }
        }
    }
}
