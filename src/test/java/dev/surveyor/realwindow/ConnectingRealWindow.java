package dev.surveyor.realwindow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.kafka.testing.SecuredBroker;
import dev.surveyor.kafka.testing.SecuredBroker.Listener;
import dev.surveyor.kafka.testing.TokenServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads who connects to a port of each kind with settings that do not fit, and in the form of a new one. */
@Tag("real-window")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConnectingRealWindow {

    private static final String LOGIN = "sasl.jaas.config";
    private static final String HANDLER =
            "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler";

    private final WindowRig window = new WindowRig("connecting", 1_280, 800);
    private final RealDisplay display = window.display();
    private final List<ConnectionProfile> profiles = new ArrayList<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final SecuredBroker broker;
    private final HttpServer web;
    private RunningSurveyor app;

    ConnectingRealWindow() throws IOException {
        broker = SecuredBroker.start();
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.start();
    }

    @BeforeAll
    void open() {
        String webPort = "127.0.0.1:" + web.getAddress().getPort();
        profile("plain-to-tls", broker.bootstrapServers(Listener.TLS), Map.of());
        profile("plain-to-login", broker.bootstrapServers(Listener.LOGIN), Map.of());
        profile("tls-to-plain", broker.bootstrapServers(Listener.OPEN), Map.of("security.protocol", "SSL"));
        profile("web", webPort, Map.of());
        profile("away", broker.bootstrapServers(Listener.AWAY), Map.of());
        profile("container", broker.bootstrapServers(Listener.AWAYNAME), Map.of());
        profile(
                "no-file",
                broker.bootstrapServers(Listener.TLS),
                Map.of("security.protocol", "SSL", "ssl.truststore.location", "/no/such/trust.p12"));
        Map<String, String> plain = Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN");
        profile("wrong-password", broker.bootstrapServers(Listener.LOGIN), plain);
        secrets.put("wrong-password", SecuredBroker.login("admin", "Sesame"));
        profile("broken-login", broker.bootstrapServers(Listener.LOGIN), plain);
        secrets.put(
                "broken-login",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\" password=\"Sesame;");
        profile("token-down", broker.bootstrapServers(Listener.TOKEN), token("http://127.0.0.1:1/token"));
        secrets.put("token-down", TokenServer.login("s3cret"));
        profile(
                "token-refused",
                broker.bootstrapServers(Listener.TOKEN),
                token(broker.tokens().url("/token")));
        secrets.put("token-refused", TokenServer.login("Sesame"));
        profile(
                "token-hangs",
                broker.bootstrapServers(Listener.TOKEN),
                token(broker.tokens().url("/hanging")));
        secrets.put("token-hangs", TokenServer.login("s3cret"));
        profile("open", broker.bootstrapServers(Listener.OPEN), Map.of());
        app = window.start(profiles);
    }

    private void profile(String name, String servers, Map<String, String> properties) {
        Set<String> asked = properties.containsKey("sasl.mechanism") ? Set.of(LOGIN) : Set.of();
        profiles.add(WindowRig.profile(name, Environment.STAGING, servers, properties, asked));
    }

    private static Map<String, String> token(String endpoint) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "OAUTHBEARER",
                "sasl.login.callback.handler.class",
                HANDLER,
                "sasl.oauthbearer.token.endpoint.url",
                endpoint);
    }

    @AfterAll
    void close() {
        window.close();
        web.stop(0);
        broker.close();
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of("plain-to-tls", "the port speaks TLS", "Set security.protocol to SSL"),
                Arguments.of("plain-to-login", "the port wants a login", "SASL_PLAINTEXT and sasl.mechanism to PLAIN"),
                Arguments.of("tls-to-plain", "the port does not speak TLS", "Set security.protocol to PLAINTEXT"),
                Arguments.of("web", "the port speaks HTTP", "Use the port of a Kafka listener"),
                Arguments.of("away", "the address that the broker announces cannot", "advertised.listeners"),
                Arguments.of("container", "is not known to this machine", "advertised.listeners"),
                Arguments.of("no-file", "trust store", "/no/such/trust.p12"),
                Arguments.of("wrong-password", "login rejected", "Check user and password"),
                Arguments.of("broken-login", LOGIN, "a quote is not closed"),
                Arguments.of("token-down", "token endpoint", "http://127.0.0.1:1/token"),
                Arguments.of("token-refused", "token endpoint", "clientSecret"),
                Arguments.of("token-hangs", "", "/hanging"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    @Order(1)
    void a_connection_that_fails_says_why_in_the_window(String name, String what, String help) {
        connect(name);
        app.until("a reason", () -> app.text("connection-failure-what").startsWith(name + ":"));
        app.picture(name);
        String said = Stream.of("what", "why", "try")
                .map(part -> app.text("connection-failure-" + part))
                .reduce("", (before, part) -> before + part + "\n");
        System.out.println(said);

        assertThat(app.text("connection-failure-what")).contains(what);
        assertThat(said).contains(help).doesNotContain("Report it", "Exception", "Sesame", "s3cret");
    }

    @Test
    @Order(2)
    void the_form_of_a_new_connection_opens_without_a_complaint() {
        app.fire("toolbar-connect-manage");
        app.click("connections-add");
        app.untilFocus("connection-name");
        assertThat(app.ask("invalid")).isEmpty();
        display.type("fresh");
        app.click("connection-servers");
        display.type("b1.example");
        assertThat(app.ask("invalid")).as("while it is typed").isEmpty();
        app.picture("form-new");
        long[] before = app.restingPlace("connection-client-id");
        display.press("Tab");
        app.untilShown("connection-servers-problem");
        assertThat(app.restingPlace("connection-client-id")).isEqualTo(before);
        app.picture("form-wrong");
    }

    @Test
    @Order(3)
    void the_word_of_the_environment_stands_beside_the_connection() {
        connect("open");
        app.until("connected", () -> app.text("context-health").startsWith("connected"));
        app.until("the tree", () -> app.ask("tags").contains("STG"));
        app.until("the focus is in the page", () -> app.ask("focus").equals("workspace-open"));
        app.click("toolbar-connect");
        app.untilShown("toolbar-connect-manage");
        app.picture("environments");
        display.press("Escape");
    }

    private void connect(String name) {
        app.choose("Connect to " + name);
        String secret = secrets.get(name);
        if (secret != null) {
            app.untilFocus("dialog-secret-0");
            display.type(secret);
            display.press("Return");
        }
    }
}
