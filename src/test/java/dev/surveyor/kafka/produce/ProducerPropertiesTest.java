package dev.surveyor.kafka.produce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.produce.ProducerSettings.Compression;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ProducerPropertiesTest {

    private final Map<String, Object> base = new HashMap<>(Map.of("bootstrap.servers", "localhost:1"));

    @Test
    void the_form_wins_over_the_connection() {
        base.put("acks", "all");
        ProducerSettings settings =
                new ProducerSettings(Acks.NONE, Compression.ZSTD, false, Duration.ZERO, 16_384, Duration.ofSeconds(6));

        assertThat(ProducerProperties.of(base, settings, "c", 0))
                .containsEntry("acks", "0")
                .containsEntry("compression.type", "zstd")
                .containsEntry("enable.idempotence", false);
    }

    @Test
    void the_connection_wins_over_what_the_window_would_choose() {
        base.put("max.request.size", "1000");

        assertThat(ProducerProperties.of(base, ProducerSettings.DEFAULT, "c", 0))
                .containsEntry("max.request.size", "1000");
    }

    @Test
    void any_delivery_timeout_and_linger_make_properties_that_the_client_accepts() {
        for (long linger : new long[] {0, 5, 1_000, 5_000, 60_000}) {
            for (long delivery : new long[] {500, 1_000, 6_000, 30_000, 120_000}) {
                ProducerSettings settings = new ProducerSettings(
                        Acks.ALL,
                        Compression.NONE,
                        true,
                        Duration.ofMillis(linger),
                        16_384,
                        Duration.ofMillis(delivery));
                ProducerConfig config = new ProducerConfig(ProducerProperties.of(base, settings, "c", 0));
                assertThat(config.getLong("linger.ms") + config.getInt("request.timeout.ms"))
                        .as("linger %s + request, delivery %s", linger, delivery)
                        .isLessThanOrEqualTo(config.getInt("delivery.timeout.ms"));
            }
        }
    }

    @Test
    void a_large_record_gets_more_time() {
        ProducerConfig small =
                new ProducerConfig(ProducerProperties.of(base, ProducerSettings.DEFAULT, "c", 1024 * 1024));
        ProducerConfig large =
                new ProducerConfig(ProducerProperties.of(base, ProducerSettings.DEFAULT, "c", 64 * 1024 * 1024));

        assertThat(small.getInt("request.timeout.ms")).isEqualTo(3_000);
        assertThat(large.getInt("request.timeout.ms")).isBetween(60_000, 80_000);
        assertThat(large.getInt("delivery.timeout.ms")).isGreaterThan(90_000);
    }
}
