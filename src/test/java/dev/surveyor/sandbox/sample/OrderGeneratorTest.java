package dev.surveyor.sandbox.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.testing.Await;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class OrderGeneratorTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void a_producer_that_answers_nothing_is_given_no_more_than_the_limit() {
        MockProducer<byte[], byte[]> mute = producer(false);
        try (OrderGenerator generator = new OrderGenerator(mute, 0, 10_000, Clock.systemUTC(), Thread::new)) {
            Await.until("orders are skipped", SOON, () -> generator.counts().skipped() > 0);
            assertThat(generator.counts().sent()).isEqualTo(4_000);
        }
    }

    @Test
    void the_rate_can_be_changed_while_it_runs() {
        try (OrderGenerator generator = new OrderGenerator(producer(true), 0, 0, Clock.systemUTC(), Thread::new)) {
            assertThat(generator.counts().sent()).isZero();
            generator.rate(5_000);
            Await.until("2,000 orders", SOON, () -> generator.counts().acknowledged() > 2_000);
            generator.rate(0);
            assertThat(generator.rate()).isZero();
        }
    }

    @Test
    void a_rate_out_of_range_is_refused_with_the_range() {
        assertThatThrownBy(() -> OrderGenerator.checked(-1))
                .hasMessageContaining("-1")
                .hasMessageContaining("10000");
        assertThatThrownBy(() -> OrderGenerator.checked(Double.NaN)).hasMessageContaining("NaN");
    }

    private static MockProducer<byte[], byte[]> producer(boolean answers) {
        return new MockProducer<>(answers, null, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
