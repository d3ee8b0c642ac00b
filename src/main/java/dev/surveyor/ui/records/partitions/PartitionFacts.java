package dev.surveyor.ui.records.partitions;

import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.records.consume.TableConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the consumer stands in each partition, beside the last stable offset and the high watermark. Asked when somebody
 * wants to see it. For the JavaFX thread only.
 */
public final class PartitionFacts {

    private final TableConsumer consumer;
    private final Subscription subscription;
    private final ClusterSession cluster;
    private final UiExecutor ui;
    private final IntConsumer grow;
    private final SortedMap<PartitionId, Fact> facts = new TreeMap<>();

    /**
     * @param grow told how many partitions there are at least
     */
    public PartitionFacts(
            TableConsumer consumer,
            Subscription subscription,
            ClusterSession cluster,
            UiExecutor ui,
            IntConsumer grow) {
        this.consumer = consumer;
        this.subscription = subscription;
        this.cluster = cluster;
        this.ui = ui;
        this.grow = grow;
    }

    /**
     * One partition; what is not known yet is empty.
     *
     * @param begin the first offset that is kept
     * @param position the offset that the consumer reads next
     * @param lastStable the offset before which no transaction is open
     * @param highWatermark the offset after the last replicated record
     * @param trouble why it tells nothing now, empty where nothing is wrong
     */
    public record Fact(
            OptionalLong begin,
            OptionalLong position,
            OptionalLong lastStable,
            OptionalLong highWatermark,
            String trouble) {

        static final Fact NONE =
                new Fact(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), "");

        /** Returns how many offsets the consumer is behind the high watermark, empty while that is not known. */
        public OptionalLong lag() {
            return position.isPresent() && highWatermark.isPresent()
                    ? OptionalLong.of(Math.max(0, highWatermark.getAsLong() - position.getAsLong()))
                    : OptionalLong.empty();
        }

        /** Whether the partition is known to keep any offset. */
        public boolean hasRecords() {
            return begin.isPresent() && highWatermark.isPresent() && begin.getAsLong() < highWatermark.getAsLong();
        }
    }

    /** Asks the consumer and the cluster, and tells each time that something has become known. */
    public void ask(Runnable then) {
        ConsumeSession session = consumer.session();
        TreeSet<String> topics = new TreeSet<>();
        if (subscription instanceof Subscription.Topics named) {
            topics.addAll(named.names());
        }
        if (session != null) {
            session.status().assignment().forEach(partition -> topics.add(partition.topic()));
            ui.whenDone(session.positions(), (positions, thrown) -> {
                if (positions != null) {
                    positions.forEach(this::learn);
                    then.run();
                }
            });
        }
        for (String topic : topics) {
            ui.whenDone(cluster.cluster().topic(topic), (detail, thrown) -> {
                if (detail != null) {
                    detail.partitions().forEach(this::learn);
                    grow.accept(detail.partitions().stream()
                            .mapToInt(partition -> partition.id().partition() + 1)
                            .max()
                            .orElse(0));
                    then.run();
                }
            });
        }
    }

    private void learn(PartitionPosition position) {
        Fact known = of(position.partition());
        facts.put(
                position.partition(),
                new Fact(
                        position.begin(),
                        position.position(),
                        known.lastStable,
                        known.highWatermark,
                        words(position.trouble())));
    }

    private void learn(PartitionDetail detail) {
        facts.put(
                detail.id(),
                new Fact(
                        detail.beginOffset(),
                        of(detail.id()).position,
                        detail.lastStableOffset(),
                        detail.endOffset(),
                        words(detail.trouble())));
    }

    private static String words(@Nullable PartitionTrouble trouble) {
        return trouble == null ? "" : trouble.reason();
    }

    /** Returns the partitions that something is known of, in order. */
    public List<PartitionId> partitions() {
        return new ArrayList<>(facts.keySet());
    }

    /** Returns what is known of the partition. */
    public Fact of(PartitionId partition) {
        return facts.getOrDefault(partition, Fact.NONE);
    }
}
