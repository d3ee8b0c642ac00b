package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.kafka.client.OffsetAnswer;
import dev.surveyor.kafka.testing.TestConnection;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OffsetLookupTest {

    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);

    @AutoClose
    private final TestConnection connection = TestConnection.to("127.0.0.1:1");

    @Test
    void a_record_that_comes_while_a_time_is_looked_up_is_read() {
        AtomicLong end = new AtomicLong(4);
        OffsetLookup lookup = new OffsetLookup(
                new MockConsumer<ByteBuffer, ByteBuffer>("none"),
                connection.context().with(question -> {
                    // Nothing is of that time yet, and a record comes right after each answer.
                    Map<TopicPartition, Long> offsets =
                            question.costly() ? Map.of() : Map.of(PARTITION, end.getAndIncrement());
                    return CompletableFuture.completedFuture(
                            new OffsetAnswer(question.partitions(), offsets, Map.of()));
                }),
                IsolationLevel.READ_UNCOMMITTED,
                () -> false);

        assertThat(lookup.at(Set.of(PARTITION), Instant.now())).containsExactly(Map.entry(PARTITION, 4L));
    }
}
