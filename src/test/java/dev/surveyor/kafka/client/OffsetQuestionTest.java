package dev.surveyor.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.IsolationLevel;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetQuestionTest {

    @ParameterizedTest
    @ValueSource(longs = {-1, -2, -5, Long.MIN_VALUE})
    void a_time_before_1970_passes_over_no_record_of_then(long millis) {
        assertThat(at(millis)).isInstanceOf(OffsetSpec.EarliestSpec.class);
    }

    @Test
    void a_later_time_is_asked_for() {
        assertThat(at(0)).isInstanceOf(OffsetSpec.TimestampSpec.class);
        assertThat(at(Long.MAX_VALUE)).isInstanceOf(OffsetSpec.TimestampSpec.class);
    }

    private static OffsetSpec at(long millis) {
        return OffsetQuestion.at(List.of(), Instant.ofEpochMilli(millis), IsolationLevel.READ_UNCOMMITTED)
                .spec();
    }
}
