package dev.surveyor.kafka.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.surveyor.domain.connection.ConnectionHealth.Connected;
import dev.surveyor.domain.connection.PortAnswer;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.kafka.port.PortLook;
import dev.surveyor.kafka.testing.SecuredBroker;
import dev.surveyor.kafka.testing.SecuredBroker.Listener;
import dev.surveyor.kafka.testing.SharedSecuredBroker;
import dev.surveyor.service.connection.BootstrapServers;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.testing.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each protocol on each kind of port: what fits connects, what does not is told apart before a client is made. */
@ExtendWith(SharedSecuredBroker.class)
class PortsIT {

    private final SecuredBroker broker;

    @AutoClose
    private final ConnectorRig rig;

    PortsIT(SecuredBroker broker) {
        this.broker = broker;
        rig = new ConnectorRig(broker.bootstrapServers());
    }

    @ParameterizedTest
    @CsvSource({"OPEN, PLAINTEXT", "LOGIN, SASL_PLAINTEXT", "TLS, SSL", "MUTUAL, SSL", "TLSLOGIN, SASL_SSL"})
    void what_fits_connects(Listener listener, String protocol) throws Exception {
        try (ClusterSession session =
                connect(broker.bootstrapServers(listener), protocol, listener == Listener.MUTUAL)) {
            assertThat(session.health()).isInstanceOf(Connected.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TLS|PLAINTEXT|the port speaks TLS|SSL",
                "MUTUAL|PLAINTEXT|the port speaks TLS|SSL",
                "TLS|SASL_PLAINTEXT|the port speaks TLS|SASL_SSL",
                "TLSLOGIN|PLAINTEXT|the port speaks TLS|SASL_SSL and sasl.mechanism to PLAIN",
                "TLSLOGIN|SSL|the port wants a login|SASL_SSL and sasl.mechanism to PLAIN",
                "LOGIN|PLAINTEXT|the port wants a login|SASL_PLAINTEXT and sasl.mechanism to PLAIN or SCRAM-SHA-256",
                "TOKEN|PLAINTEXT|the port wants a login|SASL_PLAINTEXT and sasl.mechanism to OAUTHBEARER",
                "LOGIN|SSL|the port does not speak TLS|SASL_PLAINTEXT and sasl.mechanism to PLAIN or SCRAM-SHA-256",
                "LOGIN|SASL_SSL|the port does not speak TLS|SASL_PLAINTEXT and sasl.mechanism to PLAIN or SCRAM-SHA-256",
                "OPEN|SSL|the port does not speak TLS|PLAINTEXT",
            })
    void what_does_not_fit_is_told_with_what_to_set(Listener listener, String protocol, String what, String set) {
        BrokerFailure failure = failureOf(broker.bootstrapServers(listener), protocol);

        assertThat(failure.what()).isEqualTo("test: " + what + ".");
        assertThat(failure.why()).contains(broker.bootstrapServers(listener));
        assertThat(failure.remedies().get(0)).startsWith("Set security.protocol to " + set);
    }

    @Test
    void a_login_at_a_port_without_one_is_refused_in_words() {
        assertThat(failureOf(broker.bootstrapServers(Listener.OPEN), "SASL_PLAINTEXT")
                        .what())
                .contains("the port does not expect a login");
    }

    @Test
    void one_server_of_several_that_fits_is_enough() throws Exception {
        String servers = broker.bootstrapServers(Listener.TLS) + "," + broker.bootstrapServers(Listener.OPEN);

        assertThat(new BootstrapCheck(rig.threads().blocking())
                        .requireOneThatSpeaks(
                                List.of(servers.split(",")),
                                org.apache.kafka.common.security.auth.SecurityProtocol.PLAINTEXT))
                .isEqualTo(broker.bootstrapServers(Listener.OPEN));
    }

    @Test
    void a_web_server_on_the_port_is_named_as_one() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
        try {
            BrokerFailure failure = failureOf("127.0.0.1:" + http.getAddress().getPort(), "PLAINTEXT");

            assertThat(failure.what()).contains("the port speaks HTTP");
            assertThat(failure.why()).contains("HTTP/1.1");
        } finally {
            http.stop(0);
        }
    }

    @Test
    void a_web_server_beside_a_port_without_a_listener_is_the_one_that_is_told() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
        int port = FreePorts.next();
        try {
            String servers =
                    "127.0.0.1:" + port + ",127.0.0.1:" + http.getAddress().getPort();

            assertThat(failureOf(servers, "PLAINTEXT").what()).contains("the port speaks HTTP");
        } finally {
            http.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"AWAY, PLAINTEXT", "AWAYLOGIN, SASL_PLAINTEXT"})
    void an_announced_address_that_cannot_be_reached_is_named(Listener listener, String protocol) {
        long start = System.nanoTime();

        BrokerFailure failure = failureOf(broker.bootstrapServers(listener), protocol);

        assertThat(failure.what()).contains("the address that the broker announces cannot be reached");
        assertThat(failure.why()).contains(broker.bootstrapServers(listener) + " answers", "127.0.0.1:1,");
        assertThat(failure.remedies().get(0)).contains("advertised.listeners");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void an_announced_name_that_nobody_knows_is_told_from_an_address_without_a_listener() {
        BrokerFailure failure = failureOf(broker.bootstrapServers(Listener.AWAYNAME), "PLAINTEXT");

        assertThat(failure.what()).contains("the address that the broker announces is not known to this machine");
        assertThat(failure.why()).contains(SecuredBroker.UNKNOWN_NAME + ":", "a name that no name server");
        assertThat(failure.remedies().get(0)).contains("advertised.listeners");
    }

    @Test
    void a_look_tells_the_mechanisms_inside_tls() throws IOException {
        PortLook look = new PortLook(Duration.ofSeconds(2), Duration.ofSeconds(3));

        assertThat(look.at(
                        BootstrapServers.parse(broker.bootstrapServers(Listener.TLSLOGIN))
                                .orElseThrow(),
                        false))
                .isEqualTo(new PortAnswer.Kafka(true, true, true, List.of("PLAIN")));
    }

    private BrokerFailure failureOf(String servers, String protocol) {
        return ConnectorRig.failureOf(() -> connect(servers, protocol, false));
    }

    private ClusterSession connect(String servers, String protocol, boolean withCertificate) throws Exception {
        Map<String, String> properties = new TreeMap<>(Map.of("security.protocol", protocol));
        Map<String, Secret> secrets = new TreeMap<>();
        if (protocol.startsWith("SASL")) {
            properties.put("sasl.mechanism", "PLAIN");
            secrets.put("sasl.jaas.config", new Secret(SecuredBroker.login("admin", "admin-secret")));
        }
        if (protocol.endsWith("SSL")) {
            properties.put("ssl.truststore.type", "PEM");
            properties.put(
                    "ssl.truststore.location", broker.authority().file("ca.pem").toString());
        }
        if (withCertificate) {
            properties.put("ssl.keystore.type", "PKCS12");
            properties.put(
                    "ssl.keystore.location", broker.authority().store("ec").toString());
            secrets.put("ssl.keystore.password", new Secret("changeit"));
            secrets.put("ssl.key.password", new Secret("changeit"));
        }
        return rig.connect(servers, properties, secrets);
    }
}
