package dev.surveyor.kafka.search;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchTotals;
import dev.surveyor.filter.RecordFilter;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.service.search.SearchProgress;
import dev.surveyor.service.search.SearchRequest;
import dev.surveyor.service.search.SearchSession;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** One search: plans, reads with one or two consumers, and says at the end what that proves. */
final class KafkaSearch implements SearchSession {

    /** More do not make it faster, and take what a broker has for others. */
    private static final int READERS = 2;

    private static final Duration RETRY_PAUSE = Duration.ofMillis(300);

    /** A partition whose leader moves has none for a moment. */
    private static final Duration WHILE_ELECTING = Duration.ofSeconds(2);

    /** A broker that is gone is named as the leader for nine seconds by default, until another one leads or none. */
    private static final Duration UNTIL_FENCED = Duration.ofSeconds(10);

    /** A topic that was just made may be unknown to a broker for a moment. */
    private static final int TRIES_FOR_TOPIC = 4;

    private final SearchRequest request;
    private final ClientContext context;
    private final SearchClients clients;
    private final RecordFilter filter;
    private final String name;
    private final SearchControl control;
    private final Offsets offsets;
    private final TopicWatch watch;
    private final SearchReaders readers;
    private final CompletableFuture<SearchCertificate> certificate = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final long startedAt = System.nanoTime();
    private volatile @Nullable SearchPlan plan;
    private volatile @Nullable Duration took;

    KafkaSearch(SearchRequest request, ClientContext context, SearchClients clients, TopicIds ids, String name) {
        this.request = request;
        this.context = context;
        this.clients = clients;
        this.readers = new SearchReaders(clients, request.scope().isolation());
        this.filter =
                TimeWindow.within(request.scope().range(), request.filter().filter());
        this.name = name;
        this.control = new SearchControl(context, name, request.scope().topic(), request.limit());
        this.offsets = new Offsets(context.offsets(), request.scope().isolation(), control);
        this.watch = new TopicWatch(ids, request.scope().topic(), control);
    }

    @Override
    public SearchRequest request() {
        return request;
    }

    @Override
    public SearchProgress progress() {
        SearchPlan planned = plan;
        return new SearchProgress(
                control.phase(),
                control.trouble(),
                tallies(planned),
                leftOut(planned),
                control.matches().kept(),
                elapsed());
    }

    @Override
    public List<ConsumedRecord> takeMatches() {
        return control.matches().take();
    }

    @Override
    public CompletableFuture<SearchCertificate> certificate() {
        return certificate.copy();
    }

    @Override
    public void cancel() {
        if (!certificate.isDone()) {
            control.cancel();
            readers.wakeUp();
        }
    }

    /** Cancels, and completes when its clients are closed. */
    CompletableFuture<Void> stop() {
        cancel();
        return closed;
    }

    /** Runs the search on the calling thread and, with a second reader, on one more. */
    void run() {
        CompletableFuture<Void> second = CompletableFuture.completedFuture(null);
        Consumer<ByteBuffer, ByteBuffer> consumer = null;
        try {
            consumer = readers.open();
            SearchPlan planned = prepare(consumer);
            if (planned != null) {
                plan = planned;
                control.planned();
                List<List<PartitionScan>> shares = planned.shares(READERS);
                if (shares.size() > 1) {
                    second = startSecond(shares.get(1));
                }
                if (!shares.isEmpty()) {
                    loop(consumer, shares.get(0)).run();
                }
            }
        } catch (RuntimeException | LinkageError | OutOfMemoryError failed) {
            fail(failed);
        } finally {
            readers.close(consumer);
            second.join();
            lookAtTopic();
            end();
        }
    }

    private void lookAtTopic() {
        try {
            if (plan != null && !control.stopping()) {
                watch.end();
            }
        } catch (RuntimeException failed) {
            fail(failed);
        }
    }

    private CompletableFuture<Void> startSecond(List<PartitionScan> share) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread unused = context.threads().start(name + "-b", () -> {
            Consumer<ByteBuffer, ByteBuffer> consumer = null;
            try {
                consumer = readers.open();
                loop(consumer, share).run();
            } catch (RuntimeException | LinkageError | OutOfMemoryError failed) {
                fail(failed);
            } finally {
                readers.close(consumer);
                done.complete(null);
            }
        });
        return done;
    }

    private ScanLoop loop(Consumer<ByteBuffer, ByteBuffer> consumer, List<PartitionScan> share) {
        return new ScanLoop(consumer, share, filter, offsets, control, context.clock());
    }

    /** Tries until the cluster answers; null where it was cancelled before. */
    private @Nullable SearchPlan prepare(Consumer<ByteBuffer, ByteBuffer> consumer) {
        SearchPlanner planner = new SearchPlanner(request, consumer, offsets, context.clock());
        long begun = System.nanoTime();
        int tries = 0;
        while (!control.stopping()) {
            try {
                watch.begin();
                SearchPlan planned = planner.plan();
                List<PartitionTrouble> passing = planned.troubles(mayPass(System.nanoTime() - begun));
                if (passing.isEmpty()) {
                    return planned;
                }
                control.waitingFor(this, passing);
                LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            } catch (WakeupException | InterruptException stopped) {
                control.stopIfInterrupted(stopped);
            } catch (KafkaException failed) {
                tries++;
                boolean mayPass = failed instanceof UnknownTopicOrPartitionException && tries < TRIES_FOR_TOPIC;
                if (!mayPass) {
                    control.waitingOrThrow(this, failed);
                }
                LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            }
        }
        return null;
    }

    /** Returns what may still be over by itself, so long after the start. */
    private static Set<PartitionTrouble.Kind> mayPass(long nanos) {
        if (nanos < WHILE_ELECTING.toNanos()) {
            return Set.of(PartitionTrouble.Kind.NO_LEADER, PartitionTrouble.Kind.NO_ANSWER);
        }
        return nanos < UNTIL_FENCED.toNanos() ? Set.of(PartitionTrouble.Kind.NO_ANSWER) : Set.of();
    }

    private void fail(Throwable failed) {
        if (!control.cancelled()) {
            control.fail(failed);
        }
        readers.wakeUp();
    }

    private void end() {
        SearchPlan planned = plan;
        took = elapsed();
        control.ended();
        SearchCertificate proved = new SearchCertificate(
                request.scope(),
                request.filter().text(),
                clients.clusterId(),
                planned == null ? null : planned.fixedAt(),
                elapsed(),
                endOf(planned),
                control.failure(),
                planned == null ? 0 : planned.partitionsOfTopic(),
                tallies(planned),
                leftOut(planned),
                control.matches().kept(),
                control.interruptions());
        context.threads().lastly(() -> {
            certificate.complete(proved);
            closed.complete(null);
        });
    }

    private SearchEnd endOf(@Nullable SearchPlan planned) {
        if (control.failure() != null) {
            return SearchEnd.FAILED;
        }
        if (planned != null
                && !watch.doubtful()
                && SearchTotals.of(tallies(planned)).unread() == 0) {
            return planned.lacksSome() ? SearchEnd.INCOMPLETE : SearchEnd.COMPLETE;
        }
        return control.cancelled() ? SearchEnd.CANCELLED : SearchEnd.LIMIT_REACHED;
    }

    /** Returns what is not read: what the plan leaves out, and what was added to a topic that is searched as a whole. */
    private List<LeftOut> leftOut(@Nullable SearchPlan planned) {
        if (planned == null) {
            return List.of();
        }
        List<LeftOut> leftOut = new ArrayList<>(planned.leftOut());
        if (request.scope().partitions().isEmpty()) {
            for (int added = planned.partitionsOfTopic(); added < control.partitionsNow(); added++) {
                PartitionId id = new PartitionId(request.scope().topic(), added);
                leftOut.add(new LeftOut(id, LeftOut.Reason.ADDED));
            }
        }
        return leftOut;
    }

    private Duration elapsed() {
        Duration ended = took;
        return ended == null ? Duration.ofNanos(System.nanoTime() - startedAt) : ended;
    }

    private static List<PartitionTally> tallies(@Nullable SearchPlan planned) {
        List<PartitionTally> tallies = new ArrayList<>();
        if (planned != null) {
            planned.scans().forEach(scan -> tallies.add(scan.tally()));
        }
        return tallies;
    }
}
