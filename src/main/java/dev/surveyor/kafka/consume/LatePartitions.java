package dev.surveyor.kafka.consume;

import dev.surveyor.domain.cluster.PartitionTrouble;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Partitions that a consumer is to read and that could not tell where to start: nobody leads them, or their leader does
 * not answer. They are asked again about once a second, off the poll thread, and join as soon as they tell. Poll thread
 * only.
 */
final class LatePartitions {

    private static final Logger LOG = LoggerFactory.getLogger(LatePartitions.class);

    /** Finds where partitions start; those that do not tell are left out. Runs on a thread that may wait. */
    interface Rule extends Function<Collection<TopicPartition>, Map<TopicPartition, Long>> {}

    private final ConsumerParts parts;
    private final Map<TopicPartition, Rule> rules = new HashMap<>();
    private @Nullable CompletableFuture<Map<TopicPartition, Long>> asked;

    LatePartitions(ConsumerParts parts) {
        this.parts = parts;
    }

    Set<TopicPartition> partitions() {
        return rules.keySet();
    }

    /** Waits for those of the wanted partitions that are not among the known ones. */
    void waitFor(Collection<TopicPartition> wanted, Map<TopicPartition, Long> known, Rule rule) {
        for (TopicPartition partition : wanted) {
            if (!known.containsKey(partition)) {
                rules.put(partition, rule);
            }
        }
    }

    /** Waits no longer for these. */
    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(rules::remove);
    }

    /** Returns why each of them is late. */
    List<PartitionTrouble> troubles() {
        Map<TopicPartition, PartitionTrouble> known = parts.offsets().troubles();
        List<PartitionTrouble> troubles = new ArrayList<>();
        for (TopicPartition partition : rules.keySet()) {
            PartitionTrouble trouble = known.get(partition);
            troubles.add(
                    trouble != null
                            ? trouble
                            : new PartitionTrouble(
                                    ConsumerParts.id(partition),
                                    PartitionTrouble.Kind.NO_ANSWER,
                                    "has not answered yet"));
        }
        return troubles;
    }

    /** Returns where those start that have told it since the last look, and are waited for no more; asks the others. */
    Map<TopicPartition, Long> arrived() {
        Map<TopicPartition, Long> arrived = new HashMap<>();
        CompletableFuture<Map<TopicPartition, Long>> answer = asked;
        if (answer != null && answer.isDone()) {
            asked = null;
            if (!answer.isCompletedExceptionally()) {
                arrived.putAll(answer.join());
                arrived.keySet().retainAll(rules.keySet());
                forget(Set.copyOf(arrived.keySet()));
            }
        }
        if (asked == null && !rules.isEmpty()) {
            Map<TopicPartition, Rule> question = Map.copyOf(rules);
            asked = CompletableFuture.supplyAsync(
                    () -> starts(question), parts.context().threads().blocking());
        }
        return arrived;
    }

    private static Map<TopicPartition, Long> starts(Map<TopicPartition, Rule> question) {
        Map<Rule, Set<TopicPartition>> byRule = new HashMap<>();
        question.forEach((partition, rule) ->
                byRule.computeIfAbsent(rule, unused -> new HashSet<>()).add(partition));
        Map<TopicPartition, Long> starts = new HashMap<>();
        byRule.forEach((rule, partitions) -> {
            try {
                starts.putAll(rule.apply(partitions));
            } catch (KafkaException notNow) {
                LOG.debug("{} still do not tell where to start", partitions, notNow);
            }
        });
        return starts;
    }
}
