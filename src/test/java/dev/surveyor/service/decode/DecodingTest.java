package dev.surveyor.service.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.service.settings.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecodingTest {

    private final Set<String> asked = new HashSet<>();
    private @Nullable String answer;
    private final Decoding decoding = new Decodings(new AskedSettings(), SchemaSources.NONE, List.of()).of("profile");

    @Test
    void names_of_headers_that_never_come_again_are_not_all_kept() {
        for (int i = 0; i < 5_000; i++) {
            assertThat(decoding.headerChoice("orders", "name-" + i)).isNull();
        }
        asked.clear();
        for (int i = 0; i < 5_000; i++) {
            assertThat(decoding.headerChoice("orders", "name-" + i)).isNull();
        }

        assertThat(asked).hasSizeBetween(3_000, 4_999);
    }

    @Test
    void a_choice_counts_however_many_names_were_seen_before() {
        for (int i = 0; i < 5_000; i++) {
            assertThat(decoding.headerChoice("orders", "name-" + i)).isNull();
        }
        decoding.chooseHeader("orders", "tries", "Int32");
        assertThat(decoding.headerChoice("orders", "tries")).isEqualTo("Int32");

        answer = "Int64";
        assertThat(decoding.headerChoice("orders", "name-5000")).isEqualTo("Int64");
    }

    /** Settings that tell what they were asked for. */
    private final class AskedSettings implements Settings {
        @Override
        public Optional<String> get(String key) {
            asked.add(key);
            return Optional.ofNullable(answer);
        }

        @Override
        public void put(String key, String text) {}

        @Override
        public void remove(String key) {}
    }
}
