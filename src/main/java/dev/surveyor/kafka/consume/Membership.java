package dev.surveyor.kafka.consume;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How a consumer comes by its partitions: on its own, or through a group. Poll thread only. */
interface Membership {

    /** Takes from where partitions are read that were not read before. */
    interface Starts {
        void readsFrom(Map<TopicPartition, Long> offsets);
    }

    /**
     * Assigns or subscribes. Called again where it threw something that may pass.
     *
     * @return what was read already on the way, from where the partitions start
     */
    List<ConsumerRecords<ByteBuffer, ByteBuffer>> begin();

    /** Returns whether the consumer has had partitions and now waits for others. */
    boolean rebalancing();

    /** Returns whether partitions were assigned, even if it was none of them. */
    boolean begun();

    /** Returns the partitions that are to be read and have no place to read from yet. */
    Set<TopicPartition> late();

    /** Returns why each of them is late. */
    List<PartitionTrouble> troubles();

    /** Returns generation or member epoch, -1 for a standalone consumer. */
    int generation();

    /** Returns the id by which the coordinator knows it, empty text where there is none. */
    String memberId();

    /** Told of each batch after it was handed on, with the offsets after its records. */
    void delivered(Map<TopicPartition, OffsetAndMetadata> next);

    /** Told of the offsets to which the consumer was moved. */
    void moved(Map<TopicPartition, OffsetAndMetadata> next);

    /** Called about once a second. */
    void look();

    /** Commits in another way from now on. */
    void commitBy(CommitPolicy policy);

    /** Commits for the group; fails for a standalone consumer. */
    CompletableFuture<Void> commit(Map<TopicPartition, OffsetAndMetadata> offsets);

    /**
     * Closes the client.
     *
     * @param vanishing whether it is to end as a crash would end it, without a word to its group
     * @return whether it has ended so
     */
    boolean close(boolean vanishing);

    /** Told when the client is closed. */
    void closed();
}
