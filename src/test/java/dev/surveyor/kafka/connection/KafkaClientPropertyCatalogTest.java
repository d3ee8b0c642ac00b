package dev.surveyor.kafka.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.service.connection.ClientPropertyCatalog.ClientProperty;
import java.util.List;
import org.junit.jupiter.api.Test;

class KafkaClientPropertyCatalogTest {

    private final KafkaClientPropertyCatalog catalog = new KafkaClientPropertyCatalog();

    @Test
    void properties_of_the_password_type_are_secret() {
        assertThat(catalog.find("sasl.jaas.config")).get().matches(ClientProperty::secret);
        assertThat(catalog.find("ssl.key.password")).get().matches(ClientProperty::secret);
        assertThat(catalog.find("client.id")).get().matches(property -> !property.secret());
    }

    @Test
    void certificates_are_public_and_keys_are_not() {
        for (String name : List.of("ssl.truststore.certificates", "ssl.keystore.certificate.chain")) {
            assertThat(catalog.find(name)).get().matches(property -> !property.secret());
            assertThat(catalog.problemWith(name, "")).get().asString().contains("Paste the text of the certificates");
            assertThat(catalog.problemWith(name, "-----BEGIN CERTIFICATE-----MIIB-----END CERTIFICATE-----"))
                    .isEmpty();
        }
        assertThat(catalog.find("ssl.keystore.key")).get().matches(ClientProperty::secret);
    }

    @Test
    void each_property_says_who_knows_it_and_what_it_allows() {
        ClientProperty timeout = catalog.find("request.timeout.ms").orElseThrow();
        assertThat(timeout.usedBy()).containsExactly("producer", "consumer", "admin");
        assertThat(timeout.type()).isEqualTo("INT");
        assertThat(timeout.range()).isEqualTo("0 or more");

        ClientProperty acks = catalog.find("acks").orElseThrow();
        assertThat(acks.usedBy()).containsExactly("producer");
        assertThat(acks.documentation()).isNotBlank().doesNotContain("<");
    }

    @Test
    void an_unknown_name_gets_the_nearest_known_one_as_a_hint() {
        assertThat(catalog.problemWith("request.timeot.ms", "1"))
                .get()
                .asString()
                .contains("no property 'request.timeot.ms'")
                .contains("Did you mean request.timeout.ms?");
        assertThat(catalog.problemWith("zzzzzzzzzzzzzzzz", "1"))
                .get()
                .asString()
                .doesNotContain("Did you mean");
    }

    @Test
    void a_value_of_the_wrong_type_is_named_with_the_type() {
        assertThat(catalog.problemWith("request.timeout.ms", "soon"))
                .hasValue("request.timeout.ms must be a whole number (int); 'soon' is not.");
        assertThat(catalog.problemWith("enable.idempotence", "perhaps"))
                .hasValue("enable.idempotence must be true or false; 'perhaps' is not.");
    }

    @Test
    void a_value_out_of_range_is_named_with_the_range() {
        assertThat(catalog.problemWith("request.timeout.ms", "-5"))
                .hasValue("request.timeout.ms must be 0 or more; '-5' is not.");
        assertThat(catalog.problemWith("acks", "7")).get().asString().contains("all");
    }

    @Test
    void a_fine_value_has_no_problem() {
        assertThat(catalog.problemWith("request.timeout.ms", "5000")).isEmpty();
        assertThat(catalog.problemWith("security.protocol", "SASL_SSL")).isEmpty();
        assertThat(catalog.problemWith("sasl.jaas.config", "anything")).isEmpty();
    }
}
