package dev.surveyor.kafka.group;

import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.kafka.client.MemberReports;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;

/** Commits of a running member, by its policy. For its poll thread only. */
final class MemberCommits {

    /** The client's default of {@code auto.commit.interval.ms}. */
    private static final long AUTO_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** What counts as a batch: so many records, or those of one second. */
    private static final int BATCH_RECORDS = 500;

    private static final long BATCH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final CommitPolicy policy;
    private final Consumer<byte[], byte[]> consumer;
    private final MemberOffsets offsets;
    private final MemberPartitions partitions;
    private final MemberReports reports;
    private long lastNanos = System.nanoTime();
    private int records;

    MemberCommits(
            CommitPolicy policy,
            Consumer<byte[], byte[]> consumer,
            MemberOffsets offsets,
            MemberPartitions partitions,
            MemberReports reports) {
        this.policy = policy;
        this.consumer = consumer;
        this.offsets = offsets;
        this.partitions = partitions;
        this.reports = reports;
    }

    /** Commits if the policy says so. */
    void afterTurn(int processed) {
        records += processed;
        long age = System.nanoTime() - lastNanos;
        switch (policy) {
            case OFF, MANUAL -> {}
            case AUTO -> {
                if (age >= AUTO_NANOS) {
                    restart();
                    commitLater();
                }
            }
            case EACH_BATCH -> {
                if (records >= BATCH_RECORDS || (records > 0 && age >= BATCH_NANOS)) {
                    restart();
                    partitions.commit(partitions.owned());
                }
            }
        }
    }

    private void restart() {
        lastNanos = System.nanoTime();
        records = 0;
    }

    /** The next turn commits again, as the client's own automatic commit does without a word. */
    private static boolean passing(Exception error) {
        return error instanceof RetriableException || error instanceof RebalanceInProgressException;
    }

    /** As the client's own automatic commit: sent, and not waited for. */
    private void commitLater() {
        Map<TopicPartition, OffsetAndMetadata> open = offsets.toCommit(partitions.owned());
        if (!open.isEmpty()) {
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
}
