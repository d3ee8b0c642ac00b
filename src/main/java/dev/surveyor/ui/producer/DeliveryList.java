package dev.surveyor.ui.producer;

import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.service.produce.ProduceSession;
import dev.surveyor.service.produce.ProduceSession.ReportRoute;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/**
 * The sends of this page, newest first, each changing its state in place. Reports come on threads of the producer and
 * are taken at each tick. For the JavaFX thread only.
 */
final class DeliveryList {

    /** How many sends are kept; the oldest give way, and are counted. */
    static final int CAPACITY = 10_000;

    private static final int LATENCIES = 2_000;

    private record Report(@Nullable DeliveryRow row, Delivery delivery) {}

    private final Queue<Report> reports = new ConcurrentLinkedQueue<>();
    private final List<DeliveryRow> fresh = new ArrayList<>();
    private final ObservableList<DeliveryRow> rows = FXCollections.observableArrayList();
    private final FilteredList<DeliveryRow> shown = new FilteredList<>(rows);
    private final Deque<Long> latencies = new ArrayDeque<>(LATENCIES);
    private final ReadOnlyLongWrapper evicted = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper streamed = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper latency = new ReadOnlyStringWrapper("");
    private DeliveryRow.@Nullable State onlyState;
    private @Nullable Set<Long> onlyNumbers;
    private long sent;

    // Properties

    /** Returns the sends that the filter lets through. */
    ObservableList<DeliveryRow> shown() {
        return shown;
    }

    /** Returns how many sends have given way. */
    ReadOnlyLongProperty evictedProperty() {
        return evicted.getReadOnlyProperty();
    }

    /** Returns how many sends report to the shared stream and so have no row here. */
    ReadOnlyLongProperty streamedProperty() {
        return streamed.getReadOnlyProperty();
    }

    /** Returns median and 99th percentile of the last acknowledgements; empty before the first. */
    ReadOnlyStringProperty latencyProperty() {
        return latency.getReadOnlyProperty();
    }

    // Commands

    /** Sends a record. It gets a row here unless its report goes to the shared stream. */
    void send(ProduceSession session, OutgoingRecord record, ReportRoute route) {
        long number = ++sent;
        if (route == ReportRoute.EVENT_STREAM) {
            var unused = session.send(record, route, later -> reports.add(new Report(null, later)));
            streamed.set(streamed.get() + 1);
            return;
        }
        RowListener listener = new RowListener();
        DeliveryRow row = new DeliveryRow(number, session.send(record, route, listener::accept));
        listener.attach(row);
        fresh.add(row);
    }

    /** Shows only the sends in that state, or all for null. */
    void showOnly(DeliveryRow.@Nullable State state) {
        onlyState = state;
        onlyNumbers = null;
        filter();
    }

    /** Shows only these sends, whatever becomes of them. */
    void showOnly(Collection<DeliveryRow> some) {
        onlyState = null;
        onlyNumbers = new HashSet<>(some.stream().map(DeliveryRow::number).toList());
        filter();
    }

    /** Returns the sends that have no report yet. */
    List<DeliveryRow> unreported() {
        takeReports();
        return rows.stream()
                .filter(row -> row.state() == DeliveryRow.State.QUEUED || row.state() == DeliveryRow.State.IN_FLIGHT)
                .toList();
    }

    /** Takes over what was sent and reported since the last tick, with one change to the list. */
    void takeReports() {
        if (!fresh.isEmpty()) {
            List<DeliveryRow> newestFirst = new ArrayList<>(fresh);
            java.util.Collections.reverse(newestFirst);
            fresh.clear();
            int over = Math.max(0, rows.size() + newestFirst.size() - CAPACITY);
            int fromOld = Math.min(over, rows.size());
            rows.remove(rows.size() - fromOld, rows.size());
            rows.addAll(0, newestFirst.subList(0, Math.min(newestFirst.size(), CAPACITY)));
            evicted.set(evicted.get() + over);
        }
        boolean changed = false;
        for (Report report = reports.poll(); report != null; report = reports.poll()) {
            changed = true;
            if (report.row() != null) {
                report.row().update(report.delivery());
            }
            if (DeliveryRow.stateOf(report.delivery()) == DeliveryRow.State.ACKED) {
                remember(DeliveryRow.took(report.delivery()));
            }
        }
        if (changed) {
            showLatency();
            if (onlyState != null) {
                filter();
            }
        }
    }

    private void filter() {
        DeliveryRow.State state = onlyState;
        Set<Long> numbers = onlyNumbers;
        Predicate<DeliveryRow> test = state != null
                ? row -> row.state() == state
                : numbers != null ? row -> numbers.contains(row.number()) : row -> true;
        shown.setPredicate(test);
    }

    private void remember(@Nullable Duration took) {
        if (took != null) {
            if (latencies.size() == LATENCIES) {
                latencies.removeFirst();
            }
            latencies.addLast(took.toNanos());
        }
    }

    private void showLatency() {
        if (latencies.isEmpty()) {
            return;
        }
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        latency.set("p50 " + millis(sorted[sorted.length / 2]) + " \u00b7 p99 "
                + millis(sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)]));
    }

    /** Returns a length as milliseconds with one decimal below ten, {@code 4.1 ms}. */
    static String millis(long nanos) {
        double millis = nanos / 1e6;
        return millis < 10
                ? String.format(java.util.Locale.ROOT, "%.1f ms", millis)
                : dev.surveyor.codec.words.Numbers.grouped(Math.round(millis)) + " ms";
    }

    /** Holds back the reports that come before the row is there. */
    private final class RowListener {
        private final List<Delivery> early = new ArrayList<>();
        private @Nullable DeliveryRow row;

        synchronized void accept(Delivery later) {
            if (row == null) {
                early.add(later);
            } else {
                reports.add(new Report(row, later));
            }
        }

        synchronized void attach(DeliveryRow made) {
            row = made;
            early.forEach(later -> reports.add(new Report(made, later)));
        }
    }
}
