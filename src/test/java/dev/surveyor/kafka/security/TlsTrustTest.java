package dev.surveyor.kafka.security;

import static dev.surveyor.kafka.security.TlsChecks.check;
import static dev.surveyor.kafka.security.TlsChecks.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.testing.TestAuthority;
import dev.surveyor.testing.TestKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each cause for which the client's own TLS refuses what is to be trusted, with what to do about it. */
class TlsTrustTest {

    private static final String PASSWORD = TestAuthority.PASSWORD;

    @TempDir
    static Path folder;

    private static TestAuthority authority;
    private static String ca;

    @BeforeAll
    static void makeCertificates() throws IOException {
        authority = new TestAuthority(folder);
        ca = Files.readString(authority.file("ca.pem"));
    }

    private static String path(String name) {
        return authority.file(name).toString();
    }

    private static String written(String name, String text) throws IOException {
        return Files.writeString(authority.file(name), text).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trust.p12", "trust.jks"})
    void a_trust_store_with_a_certificate_is_left_alone(String name) {
        TlsDoubts doubts = check("ssl.truststore.location", path(name), "ssl.truststore.password", PASSWORD);

        assertThat(doubts.warnings()).isEmpty();
        assertThat(doubts.hints()).contains("The trust store holds CN=Test Authority.");
    }

    @Test
    void certificates_whose_line_ends_were_lost_are_whole_again() {
        for (String lost : new String[] {"", " ", "\\n"}) {
            assertThat(check(
                                    "ssl.truststore.type",
                                    "PEM",
                                    "ssl.truststore.certificates",
                                    PemText.withLineEnds(ca.replace("\n", lost)))
                            .hints())
                    .contains("The trust store holds CN=Test Authority.");
        }
    }

    @Test
    void a_trust_store_without_a_certificate() throws IOException, GeneralSecurityException {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        try (OutputStream out = Files.newOutputStream(authority.file("empty.p12"))) {
            empty.store(out, PASSWORD.toCharArray());
        }

        BrokerFailure failure =
                refused("ssl.truststore.location", path("empty.p12"), "ssl.truststore.password", PASSWORD);

        assertThat(failure.what()).contains("holds no certificate that Java trusts");
        assertThat(failure.remedies().get(0)).contains("keytool -importcert");
    }

    @Test
    void a_pkcs12_file_without_its_password_shows_no_certificate() {
        BrokerFailure failure = refused("ssl.truststore.location", path("trust.p12"));

        assertThat(failure.what()).contains("shows no certificate");
        assertThat(failure.remedies().get(0)).startsWith("Add ssl.truststore.password");
    }

    @Test
    void a_trust_store_with_only_a_private_key_is_told_where_a_handshake_fails() {
        TlsDoubts doubts =
                check("ssl.truststore.location", authority.store("ec").toString(), "ssl.truststore.password", PASSWORD);

        assertThat(doubts.hints()).anyMatch(hint -> hint.contains("only the private key server"));
    }

    @Test
    void a_trust_store_whose_time_is_over_is_warned_of() {
        TlsDoubts doubts = check(
                "ssl.truststore.location", authority.expiredTrust().toString(), "ssl.truststore.password", PASSWORD);

        assertThat(doubts.warnings())
                .singleElement()
                .asString()
                .contains("The only certificate in the trust store", "has expired", "CN=Test Authority");
    }

    @Test
    void a_file_that_is_not_there_or_is_none() {
        String missing = path("nowhere.jks");

        assertThat(refused("ssl.truststore.location", missing, "ssl.truststore.password", PASSWORD)
                        .what())
                .isEqualTo("test: the trust store " + missing + " is not there.");
        assertThat(refused("ssl.keystore.location", missing, "ssl.keystore.password", PASSWORD)
                        .what())
                .contains("the key store " + missing + " is not there");
        assertThat(refused("ssl.truststore.location", folder.toString()).what()).contains("is a folder");
    }

    @Test
    void a_wrong_password_or_type_of_a_trust_store() throws IOException {
        assertThat(refused("ssl.truststore.location", path("trust.jks"), "ssl.truststore.password", "wrong")
                        .what())
                .contains("the password of the trust store " + path("trust.jks") + " is wrong");
        assertThat(refused("ssl.truststore.location", path("ca.pem")).remedies())
                .containsExactly("Set ssl.truststore.type to PEM");
        assertThat(refused("ssl.truststore.type", "PEM", "ssl.truststore.location", path("trust.p12"))
                        .remedies())
                .containsExactly("Set ssl.truststore.type to PKCS12");
        assertThat(refused("ssl.truststore.type", "PEM", "ssl.truststore.location", path("trust.jks"))
                        .remedies())
                .containsExactly("Set ssl.truststore.type to JKS");
        assertThat(refused("ssl.truststore.type", "pem", "ssl.truststore.location", path("ca.pem"))
                        .remedies())
                .containsExactly("Set ssl.truststore.type to PEM");
        assertThat(refused("ssl.truststore.location", written("text.jks", "hello"))
                        .what())
                .contains("is no JKS file");
    }

    @Test
    void certificates_without_their_type_or_beside_something_else() {
        assertThat(refused("ssl.truststore.certificates", ca).remedies())
                .containsExactly("Set ssl.truststore.type to PEM");
        assertThat(refused(
                                "ssl.truststore.type",
                                "PEM",
                                "ssl.truststore.certificates",
                                ca,
                                "ssl.truststore.location",
                                path("ca.pem"))
                        .what())
                .contains("are both set");
        assertThat(refused(
                                "ssl.truststore.type",
                                "PEM",
                                "ssl.truststore.certificates",
                                ca,
                                "ssl.truststore.password",
                                PASSWORD)
                        .remedies())
                .containsExactly("Remove ssl.truststore.password");
        assertThat(refused("ssl.truststore.password", PASSWORD).what()).contains("but no trust store");
    }

    @Test
    void certificates_that_are_none() {
        TestKeys key = new TestKeys(authority.store("rsa"), "server");
        assertThat(refused("ssl.truststore.type", "PEM", "ssl.truststore.certificates", key.pkcs8())
                        .why())
                .contains("only [PRIVATE KEY]");
        assertThat(refused("ssl.truststore.type", "PEM", "ssl.truststore.certificates", "hello")
                        .what())
                .contains("no certificate in ssl.truststore.certificates");
        String broken = ca + TestKeys.pem("CERTIFICATE", new byte[] {1, 2, 3});
        assertThat(refused("ssl.truststore.type", "PEM", "ssl.truststore.certificates", broken)
                        .what())
                .contains("certificate 2 of 2");
    }
}
