package dev.surveyor.kafka.cluster;

import dev.surveyor.kafka.client.OffsetAnswer;
import dev.surveyor.kafka.client.OffsetAnswer.Missing;
import dev.surveyor.kafka.client.OffsetQuestion;
import dev.surveyor.kafka.client.PartitionTroubles;
import dev.surveyor.kafka.cluster.Answers.Partial;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * One question under way: first who leads each partition, as one without a leader would be asked until the time is up;
 * then the leaders, piece by piece, so that the time is one for each piece and a cancelled question ends soon. A leader
 * that did not answer one piece is not asked the next.
 */
final class OffsetAsking {

    /** Offsets at the ends of a partition are known to its leader; one question holds many. */
    private static final int PIECE = 1_000;

    /** For a time each partition is searched, in memory at best and on the disk at worst. */
    private static final int COSTLY_PIECE = 100;

    /** What the client answers where no record is of that time or later. */
    private static final long NONE = -1;

    private final Admin admin;
    private final OffsetQuestion question;
    private final CompletableFuture<OffsetAnswer> result = new CompletableFuture<>();
    private final Map<TopicPartition, Integer> leaders = new HashMap<>();
    private final Deque<TopicPartition> toAsk = new ArrayDeque<>();
    private final Set<Integer> silent = new HashSet<>();
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private final Map<TopicPartition, Missing> missing = new HashMap<>();
    private final AtomicInteger answered = new AtomicInteger();

    OffsetAsking(Admin admin, OffsetQuestion question) {
        this.admin = admin;
        this.question = question;
    }

    CompletableFuture<OffsetAnswer> begin() {
        Set<String> topics =
                question.partitions().stream().map(TopicPartition::topic).collect(Collectors.toSet());
        then(TopicDescriptions.ask(admin, topics, question.patience()), this::described);
        return result;
    }

    /** Whatever goes wrong on the way is the failure of the answer; nobody else would hear of it. */
    private <T> void then(CompletableFuture<T> step, java.util.function.Consumer<T> next) {
        var unused = step.thenAccept(next).exceptionally(thrown -> {
            result.completeExceptionally(thrown);
            return null;
        });
    }

    private void described(Partial<String, TopicDescription> topics) {
        for (TopicPartition partition : question.partitions()) {
            Throwable notDescribed = topics.failures().get(partition.topic());
            TopicPartitionInfo info = info(topics.values().get(partition.topic()), partition.partition());
            if (notDescribed != null) {
                miss(partition, notDescribed);
            } else if (info == null) {
                miss(partition, new UnknownTopicOrPartitionException("There is no partition " + partition + "."));
            } else if (info.leader() == null || info.leader().isEmpty()) {
                LeaderNotAvailableException nobody =
                        new LeaderNotAvailableException("Nobody leads partition " + partition + ".");
                missing.put(partition, new Missing(PartitionTroubles.noLeader(partition, info.replicas()), nobody));
                tell();
            } else {
                leaders.put(partition, info.leader().id());
                toAsk.add(partition);
            }
        }
        askNextPiece();
    }

    private static @Nullable TopicPartitionInfo info(@Nullable TopicDescription topic, int partition) {
        return topic == null
                ? null
                : topic.partitions().stream()
                        .filter(info -> info.partition() == partition)
                        .findFirst()
                        .orElse(null);
    }

    private void askNextPiece() {
        if (result.isDone()) {
            return;
        }
        Map<TopicPartition, OffsetSpec> piece = new HashMap<>();
        int most = question.costly() ? COSTLY_PIECE : PIECE;
        while (piece.size() < most && !toAsk.isEmpty()) {
            TopicPartition next = toAsk.remove();
            if (silent.contains(leaderOf(next))) {
                missNoAnswer(next, new TimeoutException("Broker " + leaderOf(next) + " did not answer."));
                tell();
            } else {
                piece.put(next, question.spec());
            }
        }
        if (piece.isEmpty()) {
            result.complete(new OffsetAnswer(question.partitions(), offsets, missing));
            return;
        }
        ListOffsetsResult asked = admin.listOffsets(piece, new ListOffsetsOptions(question.level()).timeoutMs((int)
                        question.patience().toMillis()));
        Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> futures = new HashMap<>();
        for (TopicPartition partition : piece.keySet()) {
            KafkaFuture<ListOffsetsResultInfo> one = asked.partitionResult(partition);
            var unused = one.whenComplete((info, thrown) -> tell());
            futures.put(partition, one);
        }
        then(Answers.partial(futures), this::answeredPiece);
    }

    private void answeredPiece(Partial<TopicPartition, ListOffsetsResultInfo> piece) {
        piece.values().forEach((partition, info) -> {
            if (info.offset() != NONE) {
                offsets.put(partition, info.offset());
            }
        });
        piece.failures().forEach((partition, thrown) -> {
            Throwable cause = cause(thrown);
            if (cause instanceof TimeoutException) {
                silent.add(leaderOf(partition));
                missNoAnswer(partition, cause);
            } else {
                missNamed(partition, cause);
            }
        });
        askNextPiece();
    }

    private int leaderOf(TopicPartition partition) {
        return leaders.getOrDefault(partition, Node.noNode().id());
    }

    private void missNoAnswer(TopicPartition partition, Throwable thrown) {
        missing.put(partition, new Missing(PartitionTroubles.noAnswer(partition, leaderOf(partition)), thrown));
    }

    private void miss(TopicPartition partition, Throwable thrown) {
        missNamed(partition, cause(thrown));
        tell();
    }

    /** The client refuses a topic without saying which. */
    private void missNamed(TopicPartition partition, Throwable cause) {
        Throwable named = cause instanceof TopicAuthorizationException
                ? new TopicAuthorizationException(cause.getMessage(), Set.of(partition.topic()))
                : cause;
        missing.put(partition, new Missing(PartitionTroubles.of(partition, named), named));
    }

    private void tell() {
        question.answered().accept(answered.incrementAndGet());
    }

    private static Throwable cause(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
