package dev.surveyor.kafka.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AllowedResourcesTest {

    private static final String URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final String FILES = "org.apache.kafka.sasl.oauthbearer.allowed.files";

    @AfterEach
    void forget() {
        System.clearProperty(URLS);
        System.clearProperty(FILES);
    }

    @Test
    void exactly_what_is_named_is_allowed_for_as_long_as_somebody_names_it() {
        AllowedResources allowed = new AllowedResources();

        Runnable first = allowed.allow(List.of("http://a/t"), List.of("/key"));
        Runnable second = allowed.allow(List.of("http://a/t"), List.of());
        Runnable third = allowed.allow(List.of("http://b/t"), List.of());
        assertThat(System.getProperty(URLS)).isEqualTo("http://a/t,http://b/t");
        assertThat(System.getProperty(FILES)).isEqualTo("/key");

        first.run();
        assertThat(System.getProperty(URLS)).isEqualTo("http://a/t,http://b/t");
        assertThat(System.getProperty(FILES)).isNull();
        second.run();
        assertThat(System.getProperty(URLS)).isEqualTo("http://b/t");
        third.run();
        assertThat(System.getProperty(URLS)).isNull();
    }

    @Test
    void what_the_command_line_allowed_stays_allowed() {
        System.setProperty(URLS, "http://own/t");
        AllowedResources allowed = new AllowedResources();

        Runnable end = allowed.allow(List.of("http://a/t"), List.of());
        assertThat(System.getProperty(URLS)).isEqualTo("http://own/t,http://a/t");
        end.run();
        assertThat(System.getProperty(URLS)).isEqualTo("http://own/t");
    }
}
