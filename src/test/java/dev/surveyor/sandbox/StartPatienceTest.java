package dev.surveyor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.surveyor.sandbox.StartPatience.StartStuck;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The test's clock goes on by twenty seconds with each look at the broker. */
class StartPatienceTest {

    private static final Duration STEP = Duration.ofSeconds(20);

    private final AtomicLong now = new AtomicLong();
    private final StartPatience patience = new StartPatience(
            Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofMillis(1), () -> now.addAndGet(STEP.toNanos()));
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private int looks;

    private StartStuck stuck(Supplier<BrokerTraces> traces) {
        return catchThrowableOfType(StartStuck.class, () -> patience.await(started, traces));
    }

    @Test
    void it_ends_when_nothing_has_moved_for_a_minute() {
        StartStuck stuck = stuck(() -> new BrokerTraces(3, 100, Duration.ofSeconds(2)));
        assertThat(stuck.waited()).isEqualTo(Duration.ofSeconds(60));
        assertThat(stuck.still()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_slow_start_that_gets_on_is_waited_for() {
        assertThatCode(() -> patience.await(started, () -> {
                    if (looks++ == 8) {
                        started.complete(null);
                    }
                    return new BrokerTraces(looks / 2, 0, Duration.ZERO);
                }))
                .doesNotThrowAnyException();
        assertThat(Duration.ofNanos(now.get())).isGreaterThan(Duration.ofMinutes(2));
    }

    @Test
    void work_without_words_counts_as_getting_on() {
        assertThatCode(() -> patience.await(started, () -> {
                    if (looks++ == 8) {
                        started.complete(null);
                    }
                    return new BrokerTraces(0, 0, Duration.ofMillis(300L * looks));
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void what_works_for_ever_ends_too() {
        StartStuck stuck = stuck(() -> new BrokerTraces(looks++, 0, Duration.ZERO));
        assertThat(stuck.waited()).isEqualTo(Duration.ofMinutes(10));
        assertThat(stuck.still()).isEqualTo(Duration.ZERO);
    }
}
