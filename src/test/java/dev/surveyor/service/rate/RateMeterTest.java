package dev.surveyor.service.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateMeterTest {

    private final RateMeter meter = new RateMeter(Duration.ofSeconds(1), Duration.ofMillis(500));

    @Test
    void a_rate_is_unknown_until_two_looks_are_far_enough_apart() {
        assertThat(meter.perSecond(0)).isEmpty();
        meter.add(0, 0);
        assertThat(meter.perSecond(0)).isEmpty();
        meter.add(499, 10);
        assertThat(meter.perSecond(0)).isEmpty();
        meter.add(500, 10);
        assertThat(meter.perSecond(0)).hasValue(20);
    }

    @Test
    void what_lies_before_the_window_does_not_count() {
        for (int i = 0; i <= 10; i++) {
            meter.add(i * 500L, i * 1_000L);
        }
        meter.add(5_500, 10_000);
        meter.add(6_000, 10_000);
        assertThat(meter.perSecond(0)).hasValue(0);
    }

    @Test
    void each_total_has_a_rate_of_its_own() {
        meter.add(0, 0, 100);
        meter.add(1_000, 5, 300);
        assertThat(meter.perSecond(0)).hasValue(5);
        assertThat(meter.perSecond(1)).hasValue(200);
    }

    @Test
    void totals_that_went_back_are_measured_anew() {
        meter.add(0, 1_000);
        meter.add(1_000, 2_000);
        meter.add(2_000, 3);
        assertThat(meter.perSecond(0)).isEmpty();
        meter.add(3_000, 13);
        assertThat(meter.perSecond(0)).hasValue(10);
    }

    @Test
    void a_cleared_meter_knows_nothing() {
        meter.add(0, 0);
        meter.add(1_000, 10);
        meter.clear();
        assertThat(meter.perSecond(0)).isEmpty();
    }
}
