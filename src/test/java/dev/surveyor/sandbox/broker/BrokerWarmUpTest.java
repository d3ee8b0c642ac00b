package dev.surveyor.sandbox.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Keeps the list of the broker's classes true. After an update of Kafka write it anew from a running sandbox broker:
 * {@code jcmd PID VM.class_hierarchy}, the names that are neither the JDK's nor lambdas, sorted.
 */
class BrokerWarmUpTest {

    @Test
    void every_class_on_the_list_is_on_the_class_path() throws Exception {
        ClassLoader loader = getClass().getClassLoader();
        assertThat(list()).hasSizeGreaterThan(3_000).doesNotHaveDuplicates().allSatisfy(name -> assertThat(
                        loader.getResource(name.replace('.', '/') + ".class"))
                .isNotNull());
    }

    @Test
    void nothing_is_loaded_once_it_is_enough() {
        int[] asked = {0};
        new BrokerWarmUp(() -> ++asked[0] > 0).run();
        assertThat(asked[0]).isEqualTo(2);
    }

    private static List<String> list() throws Exception {
        try (InputStream in = BrokerWarmUp.class.getResourceAsStream(BrokerWarmUp.LIST)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
