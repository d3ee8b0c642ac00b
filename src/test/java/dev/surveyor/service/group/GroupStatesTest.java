package dev.surveyor.service.group;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupStatesTest {

    @Test
    void names_of_kafka_become_words() {
        assertThat(GroupStates.words("PreparingRebalance")).isEqualTo("Preparing rebalance");
        assertThat(GroupStates.words("Stable")).isEqualTo("Stable");
        assertThat(GroupStates.words("NOT_READY")).isEqualTo("Not ready");
        assertThat(GroupStates.words("")).isEqualTo("Not told");
    }
}
