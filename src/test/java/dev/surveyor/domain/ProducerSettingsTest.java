package dev.surveyor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.produce.ProducerSettings.Compression;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProducerSettingsTest {

    @Test
    void what_properties_say_of_sending_is_taken() {
        assertThat(ProducerSettings.of(Map.of(
                        "acks", "1",
                        "compression.type", "zstd",
                        "linger.ms", "20",
                        "batch.size", "65536",
                        "delivery.timeout.ms", "120000")))
                .isEqualTo(new ProducerSettings(
                        Acks.LEADER, Compression.ZSTD, false, Duration.ofMillis(20), 65_536, Duration.ofMinutes(2)));
    }

    @Test
    void minus_one_is_all_and_idempotence_can_be_switched_off() {
        assertThat(ProducerSettings.of(Map.of("acks", "-1", "enable.idempotence", "false")))
                .isEqualTo(new ProducerSettings(
                        Acks.ALL, Compression.NONE, false, Duration.ZERO, 16_384, Duration.ofSeconds(30)));
    }

    @Test
    void what_is_not_said_or_cannot_be_read_is_as_ever() {
        assertThat(ProducerSettings.of(Map.of())).isEqualTo(ProducerSettings.DEFAULT);
        assertThat(ProducerSettings.of(Map.of("acks", "some", "linger.ms", "soon", "batch.size", "-1")))
                .isEqualTo(ProducerSettings.DEFAULT);
    }
}
