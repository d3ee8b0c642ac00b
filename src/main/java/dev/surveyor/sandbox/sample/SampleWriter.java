package dev.surveyor.sandbox.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends the sample records: the plain ones, and beside them, on a thread of their own, the transactions. */
final class SampleWriter {

    private static final int LONGEST_SEND_MS = 60_000;

    private final String bootstrapServer;
    private final ThreadFactory threads;

    SampleWriter(String bootstrapServer, ThreadFactory threads) {
        this.bootstrapServer = bootstrapServer;
        this.threads = threads;
    }

    /** Returns when every record of these topics is acknowledged and every transaction ended. */
    void write(Collection<SampleTopic> topics, Instant newest)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<SampleRecords.Transfer> transfers =
                topics.contains(SampleTopic.TRANSFERS) ? SampleRecords.transfers(newest) : List.of();
        FutureTask<@Nullable Void> beside = new FutureTask<>(() -> writeTransfers(transfers));
        threads.newThread(beside).start();
        try {
            writePlain(topics, newest);
            beside.get(2L * LONGEST_SEND_MS, TimeUnit.MILLISECONDS);
        } finally {
            beside.cancel(true);
        }
    }

    private void writePlain(Collection<SampleTopic> topics, Instant newest)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (SampleTopic topic : topics) {
            switch (topic) {
                case ORDERS -> records.addAll(SampleRecords.orders(newest));
                case PAYMENTS -> records.addAll(SampleRecords.payments(newest));
                case AUDIT -> records.addAll(SampleRecords.audit(newest));
                case TRANSFERS -> {}
            }
        }
        KafkaProducer<byte[], byte[]> producer = producer(Map.of());
        try {
            sendAll(producer, records);
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private @Nullable Void writeTransfers(List<SampleRecords.Transfer> transfers)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (transfers.isEmpty()) {
            return null;
        }
        KafkaProducer<byte[], byte[]> producer = producer(Map.of("transactional.id", "surveyor-sandbox-transfers"));
        try {
            // Ends as well what an earlier start left open.
            producer.initTransactions();
            for (SampleRecords.Transfer transfer : transfers) {
                producer.beginTransaction();
                sendAll(producer, transfer.records());
                if (transfer.aborted()) {
                    producer.abortTransaction();
                } else {
                    producer.commitTransaction();
                }
            }
        } finally {
            producer.close(Duration.ZERO);
        }
        return null;
    }

    private static void sendAll(KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (ProducerRecord<byte[], byte[]> record : records) {
            sent.add(producer.send(record));
        }
        for (Future<RecordMetadata> each : sent) {
            each.get(LONGEST_SEND_MS, TimeUnit.MILLISECONDS);
        }
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("bootstrap.servers", bootstrapServer);
        properties.put("client.id", "surveyor-sandbox");
        properties.put("linger.ms", 5);
        properties.put("max.block.ms", LONGEST_SEND_MS);
        properties.put("delivery.timeout.ms", LONGEST_SEND_MS);
        properties.put("request.timeout.ms", LONGEST_SEND_MS / 2);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
