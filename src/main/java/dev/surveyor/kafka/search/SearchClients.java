package dev.surveyor.kafka.search;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.consume.ConsumerProperties;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.ClusterResource;
import org.apache.kafka.common.ClusterResourceListener;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/** Makes the consumers of one search: with no group, and without a move of their own. For any thread. */
final class SearchClients {

    private final ClientContext context;
    private volatile String clusterId = "";

    SearchClients(ClientContext context) {
        this.context = context;
    }

    /** Returns a new consumer that sees what this isolation level lets it see. */
    Consumer<ByteBuffer, ByteBuffer> open(IsolationLevel isolation) {
        String clientId = context.settings().nextClientId("search-reader");
        Map<String, Object> properties =
                ConsumerProperties.fast(context.settings().of(ClientKind.CONSUMER, clientId));
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // What is gone must be said, so the client never chooses an offset.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return new KafkaConsumer<>(properties, new InPlace(), new ByteBufferDeserializer());
    }

    /** Returns the id of the cluster that the clients reached, empty where none has told it. */
    String clusterId() {
        return clusterId;
    }

    /** Leaves the bytes where the fetch was received; and the client tells it the id of the cluster. */
    private final class InPlace extends ByteBufferDeserializer implements ClusterResourceListener {
        @Override
        public void onUpdate(ClusterResource cluster) {
            String id = cluster.clusterId();
            clusterId = id == null ? "" : id;
        }
    }
}
