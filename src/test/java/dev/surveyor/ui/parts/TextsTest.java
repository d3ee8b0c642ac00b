package dev.surveyor.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.Sizes;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Numbers and sizes as people read them. */
class TextsTest {

    @Test
    void numbers_are_grouped_by_no_break_spaces_and_exact() {
        assertThat(Numbers.grouped(0)).isEqualTo("0");
        assertThat(Numbers.grouped(999)).isEqualTo("999");
        assertThat(Numbers.grouped(48_210)).isEqualTo("48\u00a0210");
        assertThat(Numbers.grouped(-1_000)).isEqualTo("-1\u00a0000");
        assertThat(Numbers.grouped(-100)).isEqualTo("-100");
        assertThat(Numbers.grouped(Long.MIN_VALUE)).startsWith("-9\u00a0223\u00a0372");
    }

    @Test
    void sizes_take_the_unit_that_fits() {
        assertThat(Sizes.text(0)).isEqualTo("0\u00a0B");
        assertThat(Sizes.text(999)).isEqualTo("999\u00a0B");
        assertThat(Sizes.text(1_234)).isEqualTo("1.2\u00a0kB");
        assertThat(Sizes.text(999_999)).isEqualTo("1.0\u00a0MB");
        assertThat(Sizes.text(Long.MAX_VALUE)).isEqualTo("9.2\u00a0EB");
        assertThat(Sizes.exact(14_200_312)).isEqualTo("14\u00a0200\u00a0312\u00a0B");
        assertThat(Sizes.rate(OptionalDouble.empty())).isEqualTo("—");
    }
}
