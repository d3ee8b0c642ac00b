package dev.surveyor.sandbox.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.testing.Await;
import dev.surveyor.testing.TestBroker;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class OrderGeneratorIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void it_outlives_a_broker_that_is_killed_and_counts_what_became_of_each_order() throws Exception {
        try (TestBroker broker = TestBroker.start();
                SampleData sample = new SampleData(broker.bootstrapServers(), Clock.systemUTC(), Thread::new)) {
            sample.create(EnumSet.of(SampleTopic.ORDERS));
            try (OrderGenerator generator =
                    new OrderGenerator(broker.bootstrapServers(), 0, 200, Clock.systemUTC(), Thread::new)) {
                Await.until("100 orders", SOON, () -> generator.counts().acknowledged() > 100);
                broker.kill();
                Await.until("some orders fail", SOON, () -> generator.counts().failed() > 0);
                broker.restart();
                long before = generator.counts().acknowledged();
                Await.until("orders again", SOON, () -> generator.counts().acknowledged() > before + 200);

                generator.rate(0);
                Await.until("nothing is on its way", SOON, () -> onTheWay(generator.counts()) == 0);
                OrderGenerator.Counts counts = generator.counts();
                // A batch whose answer was cut off by the kill may be on the broker and yet count as failed.
                assertThat(sample.endOf(SampleTopic.ORDERS))
                        .isBetween(counts.acknowledged(), counts.acknowledged() + counts.failed());
            }
        }
    }

    private static long onTheWay(OrderGenerator.Counts counts) {
        return counts.sent() - counts.acknowledged() - counts.failed();
    }
}
