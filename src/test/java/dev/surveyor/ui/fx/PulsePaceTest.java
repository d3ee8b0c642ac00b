package dev.surveyor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PulsePaceTest {

    private static final long FRAME = 16_700_000;

    private final PulsePace pace = new PulsePace();
    private long now = 1_000;

    /** Plays a tick whose frame is that long, then short frames until the next tick, and returns the time between. */
    private long tickThatTakes(long frame) {
        long began = now;
        now += frame;
        while (!pace.due(now)) {
            now += FRAME;
        }
        return now - began;
    }

    private void begin() {
        assertThat(pace.due(now)).isTrue();
    }

    @Test
    void short_frames_tick_with_every_third() {
        begin();
        assertThat(tickThatTakes(FRAME)).isEqualTo(3 * FRAME);
        assertThat(tickThatTakes(FRAME)).isEqualTo(3 * FRAME);
    }

    @Test
    void one_long_frame_costs_a_fifth_of_a_second_and_is_forgotten_with_the_first_short_one() {
        begin();
        tickThatTakes(FRAME);
        tickThatTakes(600_000_000);
        assertThat(tickThatTakes(FRAME)).isEqualTo(3 * FRAME);
        assertThat(tickThatTakes(160_000_000)).isLessThanOrEqualTo(PulsePace.LONG_NANOS + FRAME);
    }

    @Test
    void frames_that_stay_long_leave_half_of_the_time() {
        begin();
        for (int i = 0; i < 20; i++) {
            tickThatTakes(180_000_000);
        }
        assertThat(tickThatTakes(180_000_000)).isBetween(340_000_000L, 360_000_000L + FRAME);
    }

    @Test
    void nothing_waits_longer_than_half_a_second_between_frames() {
        begin();
        for (int i = 0; i < 20; i++) {
            tickThatTakes(450_000_000);
        }
        assertThat(tickThatTakes(450_000_000)).isLessThanOrEqualTo(PulsePace.LONGEST_NANOS + FRAME);
    }
}
