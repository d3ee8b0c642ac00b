package dev.surveyor.kafka.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.failure.FailureTranslator;
import dev.surveyor.testing.TestAuthority;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostNamesTest {

    private static final Map<String, String> COMPARED = Map.of("ssl.endpoint.identification.algorithm", "https");

    @Test
    void a_name_with_an_underscore_can_never_pass() {
        assertThatThrownBy(() -> HostNames.check(List.of("my_host"), COMPARED))
                .isInstanceOf(ExplainedException.class)
                .hasMessageContaining("can never pass")
                .hasMessageContaining("my_host");
    }

    @Test
    void names_and_addresses_that_java_compares_are_left_alone() {
        for (String host : List.of("localhost", "b-1.msk.example.com", "127.0.0.1", "::1", "fe80::1%eth0")) {
            assertThatCode(() -> HostNames.check(List.of(host), COMPARED)).doesNotThrowAnyException();
        }
        assertThatCode(() -> HostNames.check(List.of("my_host", "myhost"), COMPARED))
                .doesNotThrowAnyException();
    }

    @Test
    void nothing_is_compared_where_the_check_is_off() {
        assertThatCode(() -> HostNames.check(List.of("my_host"), Map.of("ssl.endpoint.identification.algorithm", "")))
                .doesNotThrowAnyException();
    }

    /** The certificate is for every host of the domain, and the client's TLS refuses the name all the same. */
    @Test
    void the_clients_tls_refuses_the_name_though_the_certificate_has_it(@TempDir Path folder) throws Exception {
        TestAuthority authority = new TestAuthority(folder);
        SSLContext serving = authority.server("wildcard");
        Map<String, Object> properties = new HashMap<>(Map.of(
                "bootstrap.servers",
                "localhost:1",
                "ssl.truststore.location",
                authority.file("trust.p12").toString(),
                "ssl.truststore.password",
                TestAuthority.PASSWORD));
        try (SSLServerSocket server = (SSLServerSocket)
                        serving.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(new AbstractConfig(AdminClientConfig.configDef(), properties, false).values());
            Thread accepting = new Thread(
                    () -> {
                        try (Socket accepted = server.accept()) {
                            ((SSLSocket) accepted).startHandshake();
                        } catch (java.io.IOException refusedByTheClient) {
                            // What this test is about.
                        }
                    },
                    "accepting");
            accepting.setDaemon(true);
            accepting.start();
            try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
                    SSLSocket client = (SSLSocket) factory.sslContext()
                            .getSocketFactory()
                            .createSocket(plain, "my_host.test.example", server.getLocalPort(), true)) {
                SSLParameters parameters = client.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("https");
                client.setSSLParameters(parameters);

                SSLHandshakeException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                        SSLHandshakeException.class, client::startHandshake);

                BrokerFailure failure =
                        new FailureTranslator("test", List.of()).translate(FailureTranslator.CONNECTING, refused);
                assertThat(failure.what()).contains("can never pass the check of its certificate");
                assertThat(failure.why()).contains("my_host.test.example", "underscore");
            }
        }
    }
}
