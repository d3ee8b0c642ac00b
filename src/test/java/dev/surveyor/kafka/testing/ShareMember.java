package dev.surveyor.kafka.testing;

import dev.surveyor.testing.Await;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A share consumer of another program, which says of each record whether it is done. */
public final class ShareMember implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final KafkaShareConsumer<byte[], byte[]> consumer;

    private ShareMember(KafkaShareConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Joins the group, which begins at the first records of its topics. */
    public static ShareMember join(TestBroker broker, String group, String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        try {
            broker.admin()
                    .incrementalAlterConfigs(Map.of(
                            resource,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException fault) {
            throw new AssertionError(fault);
        }
        KafkaShareConsumer<byte[], byte[]> consumer = new KafkaShareConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "group.id",
                        group,
                        "client.id",
                        "share-worker",
                        "share.acknowledgement.mode",
                        "explicit"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        return new ShareMember(consumer);
    }

    /** Takes so many records and accepts them, but for those of one offset, which it gives back. */
    public void acceptAllBut(long givenBack, int records) {
        int[] seen = {0};
        Await.until(records + " records came", LIMIT, () -> {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                boolean back = record.offset() == givenBack;
                consumer.acknowledge(record, back ? AcknowledgeType.RELEASE : AcknowledgeType.ACCEPT);
                seen[0] += back && record.deliveryCount().orElse((short) 1) > 1 ? 0 : 1;
            }
            consumer.commitSync();
            return seen[0] >= records;
        });
    }

    /** Returns the places of the first so many records, each as {@code topic[0]@5}, and accepts them. */
    public List<String> take(int records) {
        List<String> places = new ArrayList<>();
        Await.until(records + " records came", LIMIT, () -> {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                places.add(record.topic() + "[" + record.partition() + "]@" + record.offset());
                consumer.acknowledge(record);
            }
            consumer.commitSync();
            return places.size() >= records;
        });
        return places;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
