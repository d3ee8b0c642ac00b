package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.kafka.client.CommitSchedule;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Commits what a member has handed on, by its policy, and publishes each commit. Poll thread only. */
final class Commits {

    private static final Duration REVOKE_LIMIT = Duration.ofMillis(1_500);

    private final ConsumerParts parts;
    private MemberSettings settings;
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private final CommitSchedule schedule;

    Commits(ConsumerParts parts, MemberSettings settings) {
        this.parts = parts;
        this.settings = settings;
        this.schedule = new CommitSchedule(settings.commit(), System::nanoTime);
    }

    /** Commits in another way from now on; what was handed on before counts as well. */
    void by(MemberSettings newSettings) {
        settings = newSettings;
        schedule.by(newSettings.commit());
    }

    void delivered(Map<TopicPartition, OffsetAndMetadata> next) {
        uncommitted.putAll(next);
        if (schedule.afterBatch() && !uncommitted.isEmpty()) {
            commitAll();
        }
    }

    /** A group that commits by itself follows a move; the others say when. */
    void moved(Map<TopicPartition, OffsetAndMetadata> next) {
        uncommitted.putAll(next);
    }

    void look() {
        if (schedule.due(!uncommitted.isEmpty())) {
            commitAll();
        }
    }

    private void commitAll() {
        Map<TopicPartition, OffsetAndMetadata> offsets = Map.copyOf(uncommitted);
        uncommitted.clear();
        parts.client().commitAsync(offsets, (committed, failure) -> publish(offsets, failure));
    }

    /** Commits these offsets and no others. */
    CompletableFuture<Void> commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        parts.client().commitAsync(offsets, (committed, failure) -> {
            publish(offsets, failure);
            if (failure == null) {
                offsets.forEach(uncommitted::remove);
                result.complete(null);
            } else {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    /** Commits what was handed on of these partitions, while this member still owns them. */
    void beforeRevoke(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(uncommitted);
        offsets.keySet().retainAll(partitions);
        if (schedule.beforeRevoke(settings.commitOnRevoke()) && !offsets.isEmpty()) {
            try {
                parts.client().commitSync(offsets, REVOKE_LIMIT);
                publish(offsets, null);
            } catch (KafkaException failure) {
                publish(offsets, failure);
            }
        }
        forget(partitions);
    }

    void forget(Collection<TopicPartition> partitions) {
        uncommitted.keySet().removeAll(partitions);
    }

    private void publish(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        List<PartitionOffset> places = offsets.entrySet().stream()
                .map(place -> new PartitionOffset(
                        ConsumerParts.id(place.getKey()),
                        place.getValue().offset(),
                        place.getValue().metadata(),
                        null,
                        place.getValue().leaderEpoch().orElse(null)))
                .sorted(Comparator.comparing(PartitionOffset::partition))
                .toList();
        String error = failure == null
                ? null
                : parts.context()
                        .failures()
                        .translate("committing offsets of group " + settings.groupId(), failure)
                        .sentence();
        parts.context()
                .events()
                .publish(new ClientEvent.OffsetsCommitted(
                        parts.context().clock().instant(), parts.clientId(), settings.groupId(), places, error));
    }
}
