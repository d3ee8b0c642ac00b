package dev.surveyor.kafka.produce;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Hands one record to the client. What {@code KafkaProducer.send} reports on the calling thread before it returns is not
 * a report of the record but says that the client did not take it: in an outage the leader of its partition cannot be
 * asked for, or the memory for batches stays full, for {@code max.block.ms}. Sending thread only.
 */
final class Handing implements Callback {

    /** How long a topic or a partition that the cluster does not know is waited for: it may have been made just now. */
    static final Duration PATIENCE_WITH_UNKNOWN = Duration.ofSeconds(5);

    private final Thread sender = Thread.currentThread();
    private final BiConsumer<@Nullable RecordMetadata, @Nullable Throwable> report;
    private @Nullable Exception refusal;

    /** @param report told the record's final report, on a thread of the client */
    Handing(BiConsumer<@Nullable RecordMetadata, @Nullable Throwable> report) {
        this.report = report;
    }

    /** Returns why the client did not take the record, null where it did. */
    @Nullable
    Exception hand(Producer<byte[], byte[]> client, ProducerRecord<byte[], byte[]> record) {
        refusal = null;
        try {
            // Its outcome comes by the callback too.
            var unused = client.send(record, this);
        } catch (RuntimeException thrown) {
            return thrown;
        }
        return refusal;
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception thrown) {
        if (thrown != null && Thread.currentThread() == sender) {
            refusal = thrown;
        } else {
            report.accept(metadata, thrown);
        }
    }

    /**
     * Returns how long to try again after such a refusal, counted from the send of the record.
     *
     * @param outage what a record that no broker can be asked about is given
     */
    static Duration patience(Exception refusal, Duration outage) {
        if (!(refusal instanceof TimeoutException)) {
            return Duration.ZERO;
        }
        boolean answered = refusal.getCause() instanceof UnknownTopicOrPartitionException
                || String.valueOf(refusal.getMessage()).contains("with partition count");
        return answered ? PATIENCE_WITH_UNKNOWN : outage;
    }
}
