package dev.surveyor.kafka.search;

import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.ClientKind;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Asks with one admin client for all searches of a connection, made for the first of them and closed with it. */
final class AdminTopicIds implements TopicIds {

    private final ClientContext context;
    private @Nullable Admin admin;

    AdminTopicIds(ClientContext context) {
        this.context = context;
    }

    @Override
    public Known of(String topic) {
        DescribeTopicsOptions limit = new DescribeTopicsOptions().timeoutMs((int) Offsets.LIMIT.toMillis());
        try {
            TopicDescription description = admin().describeTopics(List.of(topic), limit)
                    .allTopicNames()
                    .get()
                    .get(topic);
            if (description == null) {
                return new Known(null, 0);
            }
            boolean named = !description.topicId().equals(Uuid.ZERO_UUID);
            return new Known(
                    named ? description.topicId() : null,
                    description.partitions().size());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof KafkaException known ? known : new KafkaException(failed.getCause());
        }
    }

    private synchronized Admin admin() {
        Admin open = admin;
        if (open == null) {
            String clientId = context.settings().nextClientId("search-admin");
            Admin made = Admin.create(context.settings().of(ClientKind.ADMIN, clientId));
            admin = made;
            context.open().add(made);
            open = made;
        }
        return open;
    }
}
