package dev.surveyor.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {

    @Test
    void an_address_comes_back_from_its_text() {
        PageAddress address = new PageAddress(PageAddress.Kind.GROUP, "sandbox", "billing|eu");

        assertThat(PageAddress.parse(address.text())).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TOPIC", "TOPIC|sandbox", "NOVELTY|sandbox|orders"})
    void a_text_that_is_no_address_is_passed_over(String text) {
        assertThat(PageAddress.parse(text)).isEmpty();
    }
}
