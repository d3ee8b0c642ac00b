package dev.surveyor.ui.records;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.connection.FakeSession;
import dev.surveyor.service.consume.FakeClusterReader;
import dev.surveyor.service.consume.FakeConsumer;
import dev.surveyor.service.consume.FakeConsumers;
import dev.surveyor.ui.producer.FakeProducers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a table needs of a cluster: consumers that obey the test, and details of topics and groups that it sets. */
public final class FakeCluster extends FakeClusterReader {

    public final FakeConsumers consumers = new FakeConsumers();
    public final FakeSession session = FakeSession.of("sandbox", Environment.SANDBOX)
            .with((ClusterReader) this)
            .with(consumers)
            .with(new FakeProducers());

    /** The details of every topic; while there are none, a question for them is not answered. */
    public @Nullable TopicDetail detail;

    /** The groups that exist. */
    public final Map<String, GroupDetail> groups = new HashMap<>();

    /** Returns the consumer that was started last. */
    public FakeConsumer consumer() {
        return consumers.last();
    }

    @Override
    public CompletableFuture<TopicDetail> topic(String name) {
        return detail == null ? new CompletableFuture<>() : CompletableFuture.completedFuture(detail);
    }

    @Override
    public CompletableFuture<GroupDetail> group(String groupId) {
        GroupDetail group = groups.get(groupId);
        return group == null
                ? CompletableFuture.failedFuture(new IllegalStateException("no such group"))
                : CompletableFuture.completedFuture(group);
    }
}
