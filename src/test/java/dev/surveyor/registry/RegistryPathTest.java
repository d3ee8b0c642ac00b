package dev.surveyor.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryPathTest {

    @ParameterizedTest
    @CsvSource({
        "a b, a%20b",
        "a+b, a%2Bb",
        "a/b, a%2Fb",
        "a%b, a%25b",
        "a?b#c, a%3Fb%23c",
        "größe, gr%C3%B6%C3%9Fe",
        ":.eu:orders-value, %3A.eu%3Aorders-value",
        "plain-1.2_3~4, plain-1.2_3~4",
    })
    void a_name_is_encoded_as_a_part_of_a_path(String name, String encoded) {
        String path = RegistryPath.of("subjects", name, "versions", 2);

        assertThat(path).isEqualTo("/subjects/" + encoded + "/versions/2");
        assertThat(URI.create("http://registry" + path).getPath()).isEqualTo("/subjects/" + name + "/versions/2");
    }

    @Test
    void numbers_are_parts_too() {
        assertThat(RegistryPath.of("ids", 12L)).isEqualTo("/ids/12");
    }
}
