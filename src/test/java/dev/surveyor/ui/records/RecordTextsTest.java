package dev.surveyor.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordTextsTest {

    @Test
    void elapsed_time_is_told_to_the_millisecond() {
        assertThat(RecordTexts.elapsed(0)).isEqualTo("+0.000 s");
        assertThat(RecordTexts.elapsed(8)).isEqualTo("+0.008 s");
        assertThat(RecordTexts.elapsed(59_999)).isEqualTo("+59.999 s");
        assertThat(RecordTexts.elapsed(60_000)).isEqualTo("+1:00.000");
        assertThat(RecordTexts.elapsed(-192_482)).isEqualTo("−3:12.482");
        assertThat(RecordTexts.elapsed(3_600_000)).isEqualTo("+1:00:00.000");
        assertThat(RecordTexts.elapsed(26 * 3_600_000L + 183_005)).isEqualTo("+26:03:03.005");
    }
}
