package dev.surveyor.kafka.produce;

import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.produce.DeliveryState;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.service.produce.ProduceSession.Counts;
import dev.surveyor.service.produce.ProduceSession.ReportRoute;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Follows each send from queued to its report. Counts and states change under one lock, so the counts add up at every
 * moment and each state is told once and in order. Safe for use by any thread.
 */
final class DeliveryBook {

    private final Clock clock;
    private final Consumer<Runnable> teller;
    private final Map<Long, Entry> open = new LinkedHashMap<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private long sent;
    private long queued;
    private long inFlight;
    private long acknowledged;
    private long unanswered;
    private long failed;

    /**
     * @param clock for the time of a send
     * @param teller runs reports in the order in which it gets them, on another thread
     */
    DeliveryBook(Clock clock, Consumer<Runnable> teller) {
        this.clock = clock;
        this.teller = teller;
    }

    /** One send. */
    final class Entry {
        private final ReportRoute route;
        private final Consumer<Delivery> listener;
        private final long startNanos = System.nanoTime();
        private Delivery delivery;

        private Entry(Delivery delivery, ReportRoute route, Consumer<Delivery> listener) {
            this.delivery = delivery;
            this.route = route;
            this.listener = listener;
        }

        ReportRoute route() {
            return route;
        }

        OutgoingRecord record() {
            synchronized (DeliveryBook.this) {
                return delivery.record();
            }
        }

        Delivery delivery() {
            synchronized (DeliveryBook.this) {
                return delivery;
            }
        }

        /** Returns the nanoseconds since the send. */
        long ageNanos() {
            return System.nanoTime() - startNanos;
        }
    }

    /** Adds a send, queued. */
    synchronized Entry add(OutgoingRecord record, ReportRoute route, Consumer<Delivery> listener) {
        sent++;
        queued++;
        Entry entry =
                new Entry(new Delivery(sent, clock.instant(), record, new DeliveryState.Queued()), route, listener);
        open.put(sent, entry);
        tell(entry);
        return entry;
    }

    /** Notes that the client has taken the record; without effect if its report came first. */
    synchronized void taken(Entry entry) {
        if (entry.delivery.state() instanceof DeliveryState.Queued) {
            queued--;
            inFlight++;
            entry.delivery = entry.delivery.in(new DeliveryState.InFlight());
            tell(entry);
        }
    }

    /**
     * Notes the final report. A record that the client never took goes to failed at once; any other is told in flight
     * first.
     *
     * @param state acknowledged, unanswered or failed
     * @return whether this was the first report of the send
     */
    synchronized boolean finish(Entry entry, DeliveryState state) {
        if (open.get(entry.delivery.number()) != entry) {
            return false;
        }
        if (state instanceof DeliveryState.Acknowledged) {
            taken(entry);
            acknowledged++;
        } else if (state instanceof DeliveryState.Unanswered) {
            taken(entry);
            unanswered++;
        } else {
            failed++;
        }
        if (entry.delivery.state() instanceof DeliveryState.InFlight) {
            inFlight--;
        } else {
            queued--;
        }
        open.remove(entry.delivery.number());
        entry.delivery = entry.delivery.in(state);
        tell(entry);
        for (Waiter waiter : List.copyOf(waiters)) {
            waiter.finished(entry);
        }
        return true;
    }

    synchronized Counts counts() {
        return new Counts(sent, queued, inFlight, acknowledged, unanswered, failed);
    }

    /** Returns how many sends up to that number have no report yet. */
    synchronized long openUpTo(long number) {
        return open.keySet().stream().takeWhile(each -> each <= number).count();
    }

    /** Returns the sends that have no report yet, oldest first. */
    synchronized List<Entry> unfinished() {
        return List.copyOf(open.values());
    }

    /** Starts to wait for everything that was sent so far. */
    synchronized Waiter await() {
        Waiter waiter = new Waiter(open.values());
        if (waiter.left.isEmpty()) {
            waiter.end();
        } else {
            waiters.add(waiter);
        }
        return waiter;
    }

    private void tell(Entry entry) {
        Delivery now = entry.delivery;
        teller.accept(() -> entry.listener.accept(now));
    }

    /** Waits for some sends. */
    final class Waiter {
        private final Map<Long, Entry> left = new LinkedHashMap<>();
        private final CompletableFuture<List<Delivery>> outcome = new CompletableFuture<>();

        private Waiter(Collection<Entry> entries) {
            entries.forEach(entry -> left.put(entry.delivery.number(), entry));
        }

        /** Completes with what has no report when the waiting ends. */
        CompletableFuture<List<Delivery>> outcome() {
            return outcome;
        }

        /** Ends the waiting. */
        void end() {
            List<Delivery> remaining;
            synchronized (DeliveryBook.this) {
                waiters.remove(this);
                remaining = left.values().stream().map(entry -> entry.delivery).toList();
            }
            complete(remaining);
        }

        private void finished(Entry entry) {
            if (left.remove(entry.delivery.number()) != null && left.isEmpty()) {
                waiters.remove(this);
                complete(List.of());
            }
        }

        /** Followers of the outcome run on the telling thread, never under the lock, and after the last report. */
        private void complete(List<Delivery> remaining) {
            teller.accept(() -> outcome.complete(remaining));
        }
    }
}
