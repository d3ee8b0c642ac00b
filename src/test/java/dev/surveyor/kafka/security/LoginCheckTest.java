package dev.surveyor.kafka.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.failure.FailureTranslator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginCheckTest {

    private static final String KAFKA = "org.apache.kafka.common.security.";
    private static final String PLAIN = KAFKA + "plain.PlainLoginModule";
    private static final String SCRAM = KAFKA + "scram.ScramLoginModule";
    private static final String TOKEN = KAFKA + "oauthbearer.OAuthBearerLoginModule";
    private static final String USER = " required username=\"u\" password=\"p\";";

    private static Map<String, ?> values(String mechanism, String... namesAndValues) {
        Map<String, Object> properties =
                new HashMap<>(Map.of("bootstrap.servers", "localhost:9093", "sasl.mechanism", mechanism));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new AbstractConfig(AdminClientConfig.configDef(), properties, false).values();
    }

    private static BrokerFailure refused(String mechanism, String... namesAndValues) {
        ExplainedException thrown = catchThrowableOfType(
                ExplainedException.class, () -> LoginCheck.check(values(mechanism, namesAndValues)));
        assertThat(thrown).as("is refused").isNotNull();
        return new FailureTranslator("test", List.of()).translate(FailureTranslator.CONNECTING, thrown);
    }

    @Test
    void logins_that_can_be_tried_are_left_alone() {
        for (Map<String, ?> values : List.of(
                values("PLAIN", "sasl.jaas.config", PLAIN + USER),
                values("PLAIN", "sasl.jaas.config", SCRAM + USER),
                values("SCRAM-SHA-512", "sasl.jaas.config", SCRAM + USER),
                values("GSSAPI", "sasl.jaas.config", "com.sun.security.auth.module.Krb5LoginModule required;"),
                values("OAUTHBEARER", "sasl.jaas.config", TOKEN + " required unsecuredLoginStringClaim_sub=\"u\";"))) {
            assertThatCode(() -> LoginCheck.check(values)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, plain.PlainLoginModule",
        "SCRAM-SHA-256, scram.ScramLoginModule",
        "OAUTHBEARER, oauthbearer.OAuthBearerLoginModule"
    })
    void a_login_that_is_missing_is_told_with_its_form(String mechanism, String module) {
        BrokerFailure failure = refused(mechanism);

        assertThat(failure.what()).isEqualTo("test: sasl.jaas.config is missing.");
        assertThat(failure.remedies().get(0)).startsWith("Add sasl.jaas.config: " + KAFKA + module + " required");
    }

    @Test
    void a_login_that_is_there_and_broken_is_not_called_missing() {
        BrokerFailure failure = refused("PLAIN", "sasl.jaas.config", PLAIN + " required username=\"u\"");

        assertThat(failure.what()).contains("the semicolon at its end is missing");
        assertThat(failure.remedies().toString()).doesNotContain("Add sasl.jaas.config");
    }

    @Test
    void a_module_that_is_not_there_is_named_with_the_one_to_use() {
        BrokerFailure failure = refused("PLAIN", "sasl.jaas.config", "com.example.Nope" + USER);

        assertThat(failure.what()).contains("the login module com.example.Nope is not there");
        assertThat(failure.remedies()).containsExactly("For PLAIN write " + PLAIN + " in sasl.jaas.config");
        assertThat(refused("PLAIN", "sasl.jaas.config", "java.lang.String" + USER)
                        .what())
                .contains("java.lang.String is no login module");
    }

    @Test
    void a_module_of_another_mechanism_is_told() {
        assertThat(refused("SCRAM-SHA-256", "sasl.jaas.config", PLAIN + USER)
                        .remedies()
                        .get(0))
                .contains("For SCRAM-SHA-256 write " + SCRAM);
    }

    @Test
    void a_mechanism_that_does_not_exist_is_told_with_the_one_in_capitals() {
        assertThat(refused("plain", "sasl.jaas.config", PLAIN + USER).remedies())
                .containsExactly("Set sasl.mechanism to PLAIN");
        assertThat(refused("FOO", "sasl.jaas.config", PLAIN + USER).what()).contains("no SASL mechanism called FOO");
    }

    @Test
    void a_login_without_user_or_password_is_told() {
        assertThat(refused("PLAIN", "sasl.jaas.config", PLAIN + " required password=\"p\";")
                        .what())
                .contains("sasl.jaas.config has no username");
        assertThat(refused("SCRAM-SHA-256", "sasl.jaas.config", SCRAM + " required username=\"u\";")
                        .what())
                .contains("sasl.jaas.config has no password");
    }

    @Test
    void a_token_that_comes_from_nowhere_is_told() {
        assertThat(refused("OAUTHBEARER", "sasl.jaas.config", TOKEN + " required;")
                        .what())
                .contains("nothing says where the token comes from");
    }

    @Test
    void an_endpoint_without_client_id_or_secret_is_told() {
        String handler = KAFKA + "oauthbearer.OAuthBearerLoginCallbackHandler";
        String[] endpoint = {
            "sasl.login.callback.handler.class", handler, "sasl.oauthbearer.token.endpoint.url", "http://a/t"
        };

        assertThat(refused(
                                "OAUTHBEARER",
                                "sasl.jaas.config",
                                TOKEN + " required;",
                                endpoint[0],
                                endpoint[1],
                                endpoint[2],
                                endpoint[3])
                        .what())
                .contains("without a clientId");
        assertThat(refused(
                                "OAUTHBEARER",
                                "sasl.jaas.config",
                                TOKEN + " required clientId=\"a\";",
                                endpoint[0],
                                endpoint[1],
                                endpoint[2],
                                endpoint[3])
                        .what())
                .contains("without a clientSecret");
        assertThat(refused("OAUTHBEARER", "sasl.jaas.config", TOKEN + " required;", endpoint[0], endpoint[1])
                        .what())
                .contains("the token endpoint is not set");
        assertThat(refused(
                                "OAUTHBEARER",
                                "sasl.jaas.config",
                                TOKEN + " required clientId=\"a\" clientSecret=\"b\""
                                        + " ssl.truststore.location=\"/nowhere.jks\";",
                                endpoint[0],
                                endpoint[1],
                                endpoint[2],
                                endpoint[3])
                        .what())
                .contains("the trust store /nowhere.jks is not there");
    }
}
