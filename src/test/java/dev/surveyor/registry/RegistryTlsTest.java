package dev.surveyor.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.schema.SchemaKey;
import dev.surveyor.codec.schema.SchemaSource.Lookup;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.service.decode.RegistrySettings;
import dev.surveyor.service.decode.SchemaSources.OpenSource;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTlsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Secret PASSWORD = new Secret(TestAuthority.PASSWORD);

    @TempDir
    private static Path folder;

    private static TestAuthority authority;
    private static FakeRegistry registry;

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @BeforeAll
    static void open() throws IOException {
        authority = new TestAuthority(folder);
        registry = FakeRegistry.overTls(authority.server("localhost"));
        registry.answering("/schemas/ids/1", "200 {\"schema\":\"\\\"int\\\"\"}");
    }

    @AfterAll
    static void closeRegistry() {
        registry.close();
    }

    @AfterEach
    void close() {
        registry.wanting("");
        background.shutdownNow();
        timer.shutdownNow();
    }

    private static String url(String host) {
        return "https://" + host + ":" + registry.port();
    }

    private static RegistrySettings trusting(String url, @Nullable String truststore, @Nullable Secret password) {
        String file = truststore == null ? null : authority.file(truststore).toString();
        return new RegistrySettings(List.of(url), null, null, null, file, password);
    }

    private Lookup asked(RegistrySettings settings) {
        try (OpenSource source = new HttpSchemaSources(background, timer, System::nanoTime).open(settings, () -> {})) {
            Await.until("an answer", SOON, () -> !(source.find(new SchemaKey.Id(1)) instanceof Lookup.Waiting));
            return source.find(new SchemaKey.Id(1));
        }
    }

    private String refused(RegistrySettings settings) {
        Lookup answer = asked(settings);
        assertThat(answer).isInstanceOf(Lookup.Missing.class);
        return ((Lookup.Missing) answer).reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.pem", "trust.p12", "trust.jks"})
    void a_registry_whose_authority_is_in_the_truststore_is_read(String truststore) {
        Secret password = truststore.endsWith(".pem") ? null : PASSWORD;

        assertThat(asked(trusting(url("localhost"), truststore, password))).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void one_that_is_not_trusted_is_refused_with_its_issuer_and_read_once_it_is() {
        assertThat(refused(trusting(url("localhost"), null, null)))
                .isEqualTo("the certificate of the schema registry at " + url("localhost")
                        + " is not trusted (issued by CN=Test Authority): set a truststore with its certificate"
                        + " authority, then connect again");

        assertThat(asked(trusting(url("localhost"), "ca.pem", null))).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void a_certificate_for_another_host_is_refused_with_both_names() {
        assertThat(refused(trusting(url("127.0.0.1"), "ca.pem", null)))
                .isEqualTo("the certificate of the schema registry at " + url("127.0.0.1")
                        + " is for localhost: use that name in the address, or a certificate with the name of the"
                        + " address");
    }

    @Test
    void an_expired_certificate_says_since_when() throws IOException {
        try (FakeRegistry expired = FakeRegistry.overTls(authority.server("past"))) {
            assertThat(refused(trusting("https://localhost:" + expired.port(), "ca.pem", null)))
                    .contains("has expired (valid until 2020-01-1")
                    .endsWith("renew it there");
        }
    }

    @Test
    void a_wrong_or_missing_password_of_the_truststore_is_not_taken_for_one_of_the_registry() {
        assertThat(refused(trusting(url("localhost"), "trust.p12", new Secret("wrong"))))
                .contains("the truststore " + authority.file("trust.p12"))
                .endsWith("check its form and its password");
        assertThat(refused(trusting(url("localhost"), "trust.p12", null)))
                .isEqualTo("the truststore " + authority.file("trust.p12")
                        + " of the schema registry shows no certificate: set its password");
    }

    @Test
    void a_wrong_password_or_token_is_not_taken_for_a_failure_of_tls() {
        registry.wanting("Basic YWxpY2U6czpjcmV0");
        String file = authority.file("ca.pem").toString();
        List<String> urls = List.of(url("localhost"));

        for (RegistrySettings wrong : List.of(
                new RegistrySettings(urls, "alice", new Secret("wrong"), null, file, null),
                new RegistrySettings(urls, null, null, new Secret("wrong"), file, null))) {
            assertThat(refused(wrong)).contains("refuses the login (401)").doesNotContain("certificate");
        }
        assertThat(asked(new RegistrySettings(urls, "alice", new Secret("s:cret"), null, file, null)))
                .isInstanceOf(Lookup.Found.class);
    }

    @Test
    void a_registry_without_tls_says_so() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "https://localhost:" + plain.getLocalPort();
            background.execute(() -> refuseAsHttp(plain));

            assertThat(refused(trusting(url, "ca.pem", null)))
                    .isEqualTo("the schema registry at " + url
                            + " does not speak TLS: set its address with http:// instead");
        }
    }

    private static void refuseAsHttp(ServerSocket server) {
        try (Socket client = server.accept()) {
            assertThat(client.getInputStream().read()).isNotNegative();
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            assertThat(client.getInputStream().readAllBytes()).isNotNull();
        } catch (IOException ended) {
            // The client has seen enough.
        }
    }
}
