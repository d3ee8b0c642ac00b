package dev.surveyor.kafka.connection;

import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.consume.KafkaConsumers;
import dev.surveyor.kafka.group.KafkaGroupMembers;
import dev.surveyor.kafka.produce.KafkaProducers;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.consume.Consumers;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.produce.Producers;

/** The parts that the app has. */
final class RealParts implements SessionParts {
    @Override
    public Consumers consumers(ClientContext context) {
        return new KafkaConsumers(context);
    }

    @Override
    public Producers producers(ClientContext context) {
        return new KafkaProducers(context);
    }

    @Override
    public GroupMembers members(ClientContext context, ClusterReader reader) {
        return new KafkaGroupMembers(context, reader);
    }
}
