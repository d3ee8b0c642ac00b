package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.consume.Consumers;
import dev.surveyor.service.consume.RecordSink;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/** Starts consumers on one connection, each on a poll thread of its own. */
public final class KafkaConsumers implements Consumers {

    private final ClientContext context;

    /** Starts consumers with what the connection's parts share. */
    public KafkaConsumers(ClientContext context) {
        this.context = context;
    }

    @Override
    public ConsumeSession start(ConsumeRequest request, RecordSink sink) {
        String clientId = clientId(request);
        Map<String, Object> properties =
                ConsumerProperties.of(context.settings().of(ClientKind.CONSUMER, clientId), request);
        PollLoop loop =
                new PollLoop(request, sink, context, clientId, LookingBack.Limits.DEFAULT, () -> open(properties));
        if (request.mode() instanceof ConsumerMode.GroupMember member) {
            context.members().add(new TableMember(member.settings(), clientId, loop));
        }
        Runnable forget = context.open().add(loop::stop);
        context.threads().start("poll-" + clientId, () -> {
            try {
                loop.run();
            } finally {
                forget.run();
            }
        });
        return new KafkaConsumeSession(request, clientId, loop);
    }

    /** Key and value stay where the fetch was received, until a record is kept. */
    private static Consumer<ByteBuffer, ByteBuffer> open(Map<String, Object> properties) {
        return new KafkaConsumer<>(properties, new ByteBufferDeserializer(), new ByteBufferDeserializer());
    }

    private String clientId(ConsumeRequest request) {
        if (request.mode() instanceof ConsumerMode.GroupMember member) {
            String given = member.settings().clientId();
            if (given != null && !context.members().hasClient(given)) {
                return given;
            }
        }
        return context.settings().nextClientId(ClientKind.CONSUMER);
    }
}
