package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.consume.ConsumeSessionContract;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxBroker.class)
class KafkaConsumeSessionIT extends ConsumeSessionContract {

    private final TestBroker broker;

    @AutoClose
    private final TestConnection connection;

    KafkaConsumeSessionIT(TestBroker broker) {
        this.broker = broker;
        this.connection = TestConnection.to(broker.bootstrapServers());
    }

    @Override
    protected ConsumeSession start() {
        String topic = broker.newTopic(2);
        broker.send(topic, 0, null, new byte[] {1});
        broker.send(topic, 0, null, new byte[] {2});
        return new KafkaConsumers(connection.context())
                .start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()), new CollectingSink());
    }
}
