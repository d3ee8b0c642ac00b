package dev.surveyor.kafka.group;

import dev.surveyor.kafka.client.CommitSchedule;
import dev.surveyor.kafka.client.MemberReports;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;

/** Commits of a running member, by its policy. For its poll thread only. */
final class MemberCommits {

    private final CommitSchedule schedule;
    private final Consumer<byte[], byte[]> consumer;
    private final MemberOffsets offsets;
    private final MemberPartitions partitions;
    private final MemberReports reports;

    MemberCommits(
            CommitSchedule schedule,
            Consumer<byte[], byte[]> consumer,
            MemberOffsets offsets,
            MemberPartitions partitions,
            MemberReports reports) {
        this.schedule = schedule;
        this.consumer = consumer;
        this.offsets = offsets;
        this.partitions = partitions;
        this.reports = reports;
    }

    /**
     * Commits if the policy says so, when all that a poll returned has been worked through.
     *
     * @param batch whether it returned anything
     */
    void afterTurn(boolean batch) {
        if (batch && schedule.afterBatch()) {
            partitions.commit(partitions.owned());
        } else {
            Map<TopicPartition, OffsetAndMetadata> open = offsets.toCommit(partitions.owned());
            if (schedule.due(!open.isEmpty())) {
                commitLater(open);
            }
        }
    }

    /** The next turn commits again, as the client's own automatic commit does without a word. */
    private static boolean passing(Exception error) {
        return error instanceof RetriableException || error instanceof RebalanceInProgressException;
    }

    /** As the client's own automatic commit: sent, and not waited for. */
    private void commitLater(Map<TopicPartition, OffsetAndMetadata> open) {
        consumer.commitAsync(open, (committed, error) -> {
            if (error == null) {
                offsets.committed(open);
                reports.committed(open, null);
            } else if (!passing(error)) {
                reports.committed(open, error);
            }
        });
    }
}
