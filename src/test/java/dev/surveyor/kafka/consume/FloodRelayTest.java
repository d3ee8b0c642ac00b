package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.consume.RecordSink;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FloodRelayTest {

    private final List<Long> offsets = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Thread> started = new ArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile boolean gated;
    private volatile boolean broken;
    private volatile int caughtUp;

    private final RecordSink sink = new RecordSink() {
        @Override
        public void accept(List<ConsumedRecord> batch) {
            if (gated) {
                pass();
            }
            if (broken) {
                throw new IllegalStateException("no more");
            }
            threads.add(Thread.currentThread());
            batch.forEach(one -> offsets.add(one.offset()));
        }

        @Override
        public void caughtUp() {
            caughtUp = offsets.size();
        }

        @Override
        public boolean hasRoom() {
            return true;
        }
    };

    private final FloodRelay relay = new FloodRelay(
            new BatchConverter(
                    ConsumeRequest.standalone("orders", new StartPosition.Beginning()), sink, new StatusBoard()),
            task -> {
                Thread thread = new Thread(task, "intake");
                started.add(thread);
                thread.start();
            });

    @AfterEach
    void close() throws Exception {
        gate.countDown();
        relay.close();
        for (Thread thread : started) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void few_records_are_taken_where_they_were_polled() {
        relay.take(polled(0, 10), 0, 0, true);

        assertThat(offsets).hasSize(10);
        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(started).isEmpty();
        assertThat(caughtUp).isEqualTo(10);
    }

    @Test
    void a_flood_is_taken_in_order_on_another_thread_and_the_few_after_it_wait_for_it() {
        gated = true;
        relay.take(polled(0, 2_000), 0, 0, false);
        relay.take(polled(2_000, 2_000), 0, 0, false);
        assertThat(offsets).isEmpty();
        gate.countDown();
        relay.take(polled(4_000, 5), 0, 0, true);

        assertThat(offsets).hasSize(4_005).isSorted();
        assertThat(threads.get(0)).isNotEqualTo(Thread.currentThread());
        assertThat(threads.get(2)).isEqualTo(Thread.currentThread());
        assertThat(caughtUp).isEqualTo(4_005);
    }

    @Test
    void the_end_waits_for_what_was_given_away() {
        relay.take(polled(0, 5_000), 0, 0, true);
        relay.take(polled(5_000, 5_000), 0, 0, true);
        relay.close();

        assertThat(offsets).hasSize(10_000).isSorted();
        assertThat(caughtUp).isEqualTo(10_000);
    }

    @Test
    void what_goes_wrong_there_ends_the_poll_loop_and_nothing_is_taken_after_it() {
        broken = true;
        relay.take(polled(0, 2_000), 0, 0, false);

        assertThatThrownBy(relay::settle).hasMessage("no more");
        broken = false;
        assertThatThrownBy(() -> relay.take(polled(2_000, 2_000), 0, 0, false)).hasMessage("no more");
        assertThat(offsets).isEmpty();
    }

    private void pass() {
        try {
            assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static ConsumerRecords<ByteBuffer, ByteBuffer> polled(long from, int count) {
        List<ConsumerRecord<ByteBuffer, ByteBuffer>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(
                    new ConsumerRecord<>("orders", 0, from + i, ByteBuffer.allocate(0), ByteBuffer.wrap(new byte[3])));
        }
        return new ConsumerRecords<>(Map.of(new TopicPartition("orders", 0), records), Map.of());
    }
}
