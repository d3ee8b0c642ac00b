package dev.surveyor.ui.groups;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.group.GroupFigures;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks the coordinator about one group from time to time, one question at a time. For the JavaFX thread only. */
final class GroupPoll {

    private final ClusterReader reader;
    private final String groupId;
    private final Duration interval;
    private final UiExecutor uiExecutor;
    private final Listener listener;
    private boolean asking;
    private Instant lastAsked = Instant.MIN;

    /** Gets the answers, on the JavaFX thread. */
    interface Listener {

        /** Told figures, or {@link GroupFigures#NONE} where there is no such group. */
        void answered(GroupFigures figures);

        void failed(BrokerFailure failure);
    }

    GroupPoll(ClusterReader reader, String groupId, Duration interval, UiExecutor uiExecutor, Listener listener) {
        this.reader = reader;
        this.groupId = groupId;
        this.interval = interval;
        this.uiExecutor = uiExecutor;
        this.listener = listener;
    }

    /** Asks if the last question is answered and it is time for another. */
    void turn(Instant now) {
        if (!asking && !now.isBefore(lastAsked.plus(interval))) {
            asking = true;
            lastAsked = now;
            CompletableFuture<GroupFigures> answer = reader.group(groupId).thenCompose(this::withEnds);
            uiExecutor.whenDone(answer, this::answered);
        }
    }

    private CompletableFuture<GroupFigures> withEnds(GroupDetail detail) {
        Set<PartitionId> partitions = GroupFigures.partitionsOf(detail);
        return partitions.isEmpty()
                ? CompletableFuture.completedFuture(new GroupFigures(detail, KnownOffsets.of(Map.of())))
                : reader.endOffsets(partitions).thenApply(ends -> new GroupFigures(detail, ends));
    }

    private void answered(@Nullable GroupFigures answer, @Nullable Throwable thrown) {
        asking = false;
        if (answer != null) {
            listener.answered(answer);
        } else if (thrown != null) {
            BrokerFailure why = BrokerFailureException.in(thrown);
            // Without members a classic group is forgotten, and a new one does not exist before its first member.
            if (why.what().contains("group does not exist")) {
                listener.answered(GroupFigures.NONE);
            } else {
                listener.failed(why);
            }
        }
    }
}
