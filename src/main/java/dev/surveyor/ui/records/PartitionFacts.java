package dev.surveyor.ui.records;

import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the consumer stands in each partition, beside the last stable offset and the high watermark. Asked when somebody
 * wants to see it. For the JavaFX thread only.
 */
public final class PartitionFacts {

    private final RecordTableViewModel table;
    private final UiExecutor ui;
    private final SortedMap<PartitionId, Fact> facts = new TreeMap<>();

    PartitionFacts(RecordTableViewModel table, UiExecutor ui) {
        this.table = table;
        this.ui = ui;
    }

    /** One partition; what is not known yet is empty. */
    private record Fact(OptionalLong position, OptionalLong lastStable, OptionalLong highWatermark) {
        static final Fact NONE = new Fact(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    /** Asks the consumer and the cluster, and tells each time that something has become known. */
    public void ask(Runnable then) {
        ConsumeSession session = table.consumer().session();
        TreeSet<String> topics = new TreeSet<>();
        if (table.subscription() instanceof Subscription.Topics named) {
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
            ui.whenDone(table.cluster().cluster().topic(topic), (detail, thrown) -> {
                if (detail != null) {
                    detail.partitions().forEach(this::learn);
                    then.run();
                }
            });
        }
    }

    private void learn(PartitionPosition position) {
        Fact known = facts.getOrDefault(position.partition(), Fact.NONE);
        facts.put(position.partition(), new Fact(position.position(), known.lastStable, known.highWatermark));
    }

    private void learn(PartitionDetail detail) {
        Fact known = facts.getOrDefault(detail.id(), Fact.NONE);
        facts.put(detail.id(), new Fact(known.position, detail.lastStableOffset(), detail.endOffset()));
    }

    /** Returns the partitions that something is known of, in order. */
    public List<PartitionId> partitions() {
        return new ArrayList<>(facts.keySet());
    }

    /** Returns {@code position 48 207 · LSO 48 209 · HW 48 209 · lag 2}; empty while nothing is known. */
    public String words(PartitionId partition) {
        Fact fact = facts.get(partition);
        if (fact == null) {
            return "";
        }
        OptionalLong lag = fact.position.isPresent() && fact.highWatermark.isPresent()
                ? OptionalLong.of(Math.max(0, fact.highWatermark.getAsLong() - fact.position.getAsLong()))
                : OptionalLong.empty();
        return "position " + text(fact.position) + " · LSO " + text(fact.lastStable) + " · HW "
                + text(fact.highWatermark) + " · lag " + text(lag);
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Numbers.grouped(number.getAsLong()) : "—";
    }
}
