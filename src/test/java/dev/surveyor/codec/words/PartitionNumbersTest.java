package dev.surveyor.codec.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionNumbersTest {

    @Test
    void numbers_and_ranges_are_read() {
        assertThat(PartitionNumbers.read("0-2, 12 ,7 - 8").orElseThrow()).containsExactly(0, 1, 2, 7, 8, 12);
        assertThat(PartitionNumbers.read(" ").orElseThrow()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1,", "5-", "-1", "7-5", "1.5", "0-999999999", "99999999999"})
    void what_is_no_number_is_not_read(String text) {
        assertThat(PartitionNumbers.read(text)).isEmpty();
    }

    @Test
    void three_in_a_row_are_written_as_a_range() {
        assertThat(PartitionNumbers.words(Set.of(7, 3, 0, 6, 5, 8))).isEqualTo("0,3,5-8");
        assertThat(PartitionNumbers.words(List.of(0, 1))).isEqualTo("0,1");
        assertThat(PartitionNumbers.words(List.of())).isEmpty();
    }
}
