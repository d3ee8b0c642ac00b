package dev.surveyor.service.produce;

import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.service.produce.ProduceSession.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * The producers of this page. Other settings need another producer; the one before delivers what it has, is closed,
 * and goes on being counted. For the JavaFX thread only.
 */
public final class PageProducers implements AutoCloseable {

    private static final Duration TIME_TO_DELIVER = Duration.ofMinutes(2);

    private final Producers producers;
    private final List<ProduceSession> sessions = new ArrayList<>();
    private Counts retired = Counts.NONE;

    public PageProducers(Producers producers) {
        this.producers = producers;
    }

    /** Returns the producer with these settings, opened if need be. */
    public ProduceSession with(ProducerSettings settings) {
        ProduceSession last = sessions.isEmpty() ? null : sessions.get(sessions.size() - 1);
        if (last != null && last.settings().equals(settings)) {
            return last;
        }
        if (last != null) {
            var unused = last.close(TIME_TO_DELIVER);
        }
        forgetFinished();
        ProduceSession opened = producers.open(settings);
        sessions.add(opened);
        return opened;
    }

    /** Returns the sends of all producers of this page by state. */
    public Counts counts() {
        return sessions.stream().map(ProduceSession::counts).reduce(retired, Counts::plus);
    }

    /** Returns a count, for any later moment, of those sends of until now that have no final report then. */
    public LongSupplier openOfNow() {
        List<LongSupplier> each = new ArrayList<>();
        for (ProduceSession session : sessions) {
            long sent = session.counts().sent();
            each.add(() -> session.openUpTo(sent));
        }
        return () -> each.stream().mapToLong(LongSupplier::getAsLong).sum();
    }

    /** Waits for all producers; the list holds what none of them has delivered in time. */
    public CompletableFuture<List<Delivery>> flush(Duration timeout) {
        List<CompletableFuture<List<Delivery>>> each =
                sessions.stream().map(session -> session.flush(timeout)).toList();
        CompletableFuture<List<Delivery>> all = CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        each.stream().flatMap(future -> future.join().stream()).toList());
        var unused = all.whenComplete((left, thrown) -> each.forEach(future -> future.cancel(true)));
        return all;
    }

    @Override
    public void close() {
        sessions.forEach(ProduceSession::close);
    }

    private void forgetFinished() {
        for (ProduceSession session : List.copyOf(sessions)) {
            Counts counts = session.counts();
            if (counts.open() == 0) {
                retired = retired.plus(counts);
                sessions.remove(session);
            }
        }
    }
}
