package dev.surveyor.kafka.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionHealth.Connected;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.kafka.testing.SecuredBroker;
import dev.surveyor.kafka.testing.SecuredBroker.Listener;
import dev.surveyor.kafka.testing.SharedSecuredBroker;
import dev.surveyor.kafka.testing.TokenServer;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.testing.Await;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logins with a token of an endpoint, on a broker that checks it. */
@ExtendWith(SharedSecuredBroker.class)
class TokenLoginIT {

    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final String HANDLER =
            "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler";

    private final SecuredBroker broker;

    @AutoClose
    private final ConnectorRig rig;

    TokenLoginIT(SecuredBroker broker) {
        this.broker = broker;
        rig = new ConnectorRig(broker.bootstrapServers());
    }

    @Test
    void a_token_of_the_endpoint_connects_and_the_endpoint_is_allowed_for_as_long() throws Exception {
        String endpoint = broker.tokens().url("/token");
        assertThat(System.getProperty(ALLOWED)).isNull();

        try (ClusterSession session = connect(endpoint, "s3cret", HANDLER)) {
            assertThat(session.health()).isInstanceOf(Connected.class);
            assertThat(System.getProperty(ALLOWED)).isEqualTo(endpoint);
            assertThat(broker.tokens().timesAsked()).isPositive();
            assertThat(session.cluster().overview().get(60, TimeUnit.SECONDS).brokers())
                    .hasSize(1);
        }
        Await.until("it is allowed no longer", Duration.ofSeconds(60), () -> System.getProperty(ALLOWED) == null);
    }

    @Test
    void a_wrong_secret_is_told_with_the_endpoint_and_without_a_stack() {
        BrokerFailure failure = failureOf(broker.tokens().url("/token"), "wrong-s3cret", HANDLER);

        assertThat(failure.what()).isEqualTo("test: the token endpoint refused the client id or its secret.");
        assertThat(failure.why())
                .contains("It answered 401: \"invalid_client\" - \"unknown secret\"")
                .contains(broker.tokens().url("/token"));
        assertThat(failure.remedies().get(0)).contains("clientId and clientSecret");
        assertThat(failure.details()).doesNotContain("\tat ").doesNotContain("wrong-s3cret");
        assertThat(failure.details().lines().count()).isLessThan(20);
        assertThat(System.getProperty(ALLOWED)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/broken|the token endpoint failed|500",
                "/page|the token endpoint answered with something that is no token|Unexpected character",
                "/nothing|the token endpoint answered with something that is no token|did not contain a valid JWT",
                "/opaque|the token endpoint granted a token that is no JWT|three parts",
                "/hanging|the token endpoint did not answer in time|Read timed out",
                "/elsewhere|there is no token endpoint at that address|404",
            })
    void what_the_endpoint_does_instead_is_told_apart(String path, String what, String why) {
        long start = System.nanoTime();

        BrokerFailure failure = failureOf(broker.tokens().url(path), "s3cret", HANDLER);

        assertThat(failure.what()).isEqualTo("test: " + what + ".");
        assertThat(failure.why()).contains(why).contains(broker.tokens().url(path));
        assertThat(failure.details()).doesNotContain("\tat ");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(5_500));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://127.0.0.1:1/token|the token endpoint cannot be reached|Connection refused",
                "http://no-such-host.invalid/token|the host of the token endpoint was not found|no-such-host.invalid",
                "ftp://a/b|the address of the token endpoint is none|ftp://a/b",
            })
    void an_endpoint_that_is_down_or_none_is_told_within_five_seconds(String endpoint, String what, String why) {
        long start = System.nanoTime();

        BrokerFailure failure = failureOf(endpoint, "s3cret", HANDLER);

        assertThat(failure.what()).isEqualTo("test: " + what + ".");
        assertThat(failure.why()).contains(why);
        assertThat(failure.details()).doesNotContain("\tat ");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(5_500));
    }

    @Test
    void an_endpoint_without_the_handler_that_asks_it_is_told_which_to_set() {
        BrokerFailure failure = failureOf(broker.tokens().url("/token"), "s3cret", "");

        assertThat(failure.what()).contains("nothing fetches the token from the token endpoint");
        assertThat(failure.remedies()).containsExactly("Set sasl.login.callback.handler.class to " + HANDLER);
    }

    @Test
    void a_handler_by_its_name_of_before_is_told_the_one_of_today() {
        BrokerFailure failure = failureOf(
                broker.tokens().url("/token"),
                "s3cret",
                "org.apache.kafka.common.security.oauthbearer.secured.OAuthBearerLoginCallbackHandler");

        assertThat(failure.what()).contains("the class", "is not there");
        assertThat(failure.remedies().get(0)).contains("Write " + HANDLER);
    }

    private BrokerFailure failureOf(String endpoint, String secret, String handler) {
        return ConnectorRig.failureOf(() -> connect(endpoint, secret, handler));
    }

    private ClusterSession connect(String endpoint, String secret, String handler) throws Exception {
        Map<String, String> properties = new TreeMap<>(Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "OAUTHBEARER",
                "sasl.oauthbearer.token.endpoint.url",
                endpoint));
        if (!handler.isEmpty()) {
            properties.put("sasl.login.callback.handler.class", handler);
        }
        return rig.connect(
                broker.bootstrapServers(Listener.TOKEN),
                properties,
                Map.of("sasl.jaas.config", new Secret(TokenServer.login(secret))));
    }
}
