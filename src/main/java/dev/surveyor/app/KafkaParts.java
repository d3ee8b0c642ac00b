package dev.surveyor.app;

import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.connection.SessionParts;
import dev.surveyor.kafka.consume.KafkaConsumers;
import dev.surveyor.kafka.group.KafkaGroupMembers;
import dev.surveyor.kafka.produce.KafkaProducers;
import dev.surveyor.kafka.search.KafkaSearches;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.consume.Consumers;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.produce.Producers;
import dev.surveyor.service.search.Searches;

/** Names the classes that consume, produce and run members on a connection. */
public final class KafkaParts implements SessionParts {

    @Override
    public Consumers consumers(ClientContext context) {
        return new KafkaConsumers(context);
    }

    @Override
    public Producers producers(ClientContext context) {
        return new KafkaProducers(context);
    }

    @Override
    public Searches searches(ClientContext context) {
        return new KafkaSearches(context);
    }

    @Override
    public GroupMembers members(ClientContext context, ClusterReader reader) {
        return new KafkaGroupMembers(context, reader);
    }
}
