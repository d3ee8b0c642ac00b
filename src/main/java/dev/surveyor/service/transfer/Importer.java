package dev.surveyor.service.transfer;

import dev.surveyor.codec.transfer.RecordLine;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.produce.DeliveryState;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.service.produce.ProduceSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Sends the records of a file to a topic. Blocks: never on the JavaFX thread. */
public final class Importer {

    private static final int MOST_PROBLEMS = 20;
    /** How much may be on its way, in units of 1 kB. */
    private static final int WINDOW = 16_384;

    private static final int UNIT = 1_024;
    private static final long LAST_WAIT_SECONDS = 120;
    /** Producers give large records more time. */
    private static final long BYTES_PER_SECOND_MORE = 500_000;

    private Importer() {}

    /** Reads the whole file and sends nothing. */
    public static ImportPreview preview(Path file, TransferControl control)
            throws TransferException, InterruptedException {
        ImportSums sums = new ImportSums(control, System.currentTimeMillis());
        read(file, sums, control);
        return sums.preview();
    }

    /** Sends the records in the order of the file, and waits for the answers. */
    public static ImportReport send(Path file, ImportPlan plan, ProduceSession producer, TransferControl control)
            throws TransferException, InterruptedException {
        Sending sending = new Sending(plan, producer, control);
        read(file, sending, control);
        return sending.report();
    }

    private static void read(Path file, ImportFile.Lines lines, TransferControl control)
            throws TransferException, InterruptedException {
        try {
            new ImportFile(file).read(lines, control);
        } catch (IOException failed) {
            throw new TransferException(new BrokerFailure(
                    "The file " + file + " could not be read.",
                    String.valueOf(failed.getMessage()),
                    List.of("Choose another file"),
                    failed.toString(),
                    BrokerFailure.Kind.FATAL));
        }
    }

    static void note(List<String> problems, long line, String why) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add("line " + line + ": " + why);
        }
    }

    private static final class Sending implements ImportFile.Lines {
        private final ImportPlan plan;
        private final ProduceSession producer;
        private final TransferControl control;
        private final Semaphore window = new Semaphore(WINDOW);
        private final AtomicLong acknowledged = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
        private long read;
        private long bytes;
        private long broken;
        private long largest;
        private long leftOut;
        private long retimed;

        Sending(ImportPlan plan, ProduceSession producer, TransferControl control) {
            this.plan = plan;
            this.producer = producer;
            this.control = control;
        }

        @Override
        public void record(long line, RecordLine record, double share) throws InterruptedException {
            int size = (int) Math.min(WINDOW, record.sizeInBytes() / UNIT + 1);
            while (!window.tryAcquire(size, 100, TimeUnit.MILLISECONDS)) {
                if (control.cancelled()) {
                    return;
                }
            }
            read++;
            bytes += record.sizeInBytes();
            largest = Math.max(largest, record.sizeInBytes());
            Long timestamp = plan.keepTimestamp() ? record.timestamp() : null;
            if (timestamp != null && timestamp < 0) {
                if (!plan.sendEarlyTimes()) {
                    leftOut++;
                    window.release(size);
                    return;
                }
                retimed++;
                timestamp = null;
            }
            OutgoingRecord outgoing = new OutgoingRecord(
                    plan.topic(),
                    plan.keepPartition() ? record.partition() : null,
                    record.key(),
                    record.value(),
                    record.headers(),
                    timestamp == null ? null : Instant.ofEpochMilli(timestamp),
                    null);
            Delivery unused = producer.send(
                    outgoing, ProduceSession.ReportRoute.OWN_PANEL, delivery -> answered(line, delivery, size));
            control.at(share, read, bytes);
        }

        private void answered(long line, Delivery delivery, int size) {
            DeliveryState state = delivery.state();
            if (state instanceof DeliveryState.Acknowledged) {
                acknowledged.incrementAndGet();
                window.release(size);
            } else if (state instanceof DeliveryState.Unanswered) {
                failed.incrementAndGet();
                note(problems, line, "It was sent without asking for an answer, so nobody knows whether it arrived.");
                window.release(size);
            } else if (state instanceof DeliveryState.Failed lost) {
                failed.incrementAndGet();
                note(
                        problems,
                        line,
                        lost.failure().what() + " " + lost.failure().why());
                window.release(size);
            }
        }

        @Override
        public void problem(long line, String why) {
            broken++;
            note(problems, line, why);
        }

        ImportReport report() throws InterruptedException {
            long deadline =
                    System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_WAIT_SECONDS + largest / BYTES_PER_SECOND_MORE);
            boolean all = false;
            while (!all && System.nanoTime() < deadline) {
                all = window.tryAcquire(WINDOW, 100, TimeUnit.MILLISECONDS);
            }
            long good = acknowledged.get();
            long bad = failed.get();
            long open = read - leftOut - good - bad;
            return new ImportReport(!control.cancelled(), read, leftOut, retimed, good, bad, open, broken, problems);
        }
    }
}
