package dev.surveyor.kafka.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.failure.FailureTranslator;
import dev.surveyor.testing.TestAuthority;
import dev.surveyor.testing.TestKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each cause for which the client's own TLS refuses what is set, with what to do about it. */
class TlsCheckTest {

    private static final String PASSWORD = TestAuthority.PASSWORD;

    @TempDir
    static Path folder;

    private static TestAuthority authority;
    private static TestKeys rsa;
    private static TestKeys ec;
    private static String ca;

    @BeforeAll
    static void makeKeys() throws IOException {
        authority = new TestAuthority(folder);
        rsa = new TestKeys(authority.store("dns:rsa", "-keyalg", "RSA"), "server");
        ec = new TestKeys(authority.store("dns:ec"), "server");
        ca = Files.readString(authority.file("ca.pem"));
    }

    private static TlsDoubts check(String... namesAndValues) {
        Map<String, Object> properties = new HashMap<>(Map.of("bootstrap.servers", "localhost:9093"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return TlsCheck.check(new AbstractConfig(AdminClientConfig.configDef(), properties, false).values());
    }

    private static BrokerFailure refused(String... namesAndValues) {
        ExplainedException thrown = catchThrowableOfType(ExplainedException.class, () -> check(namesAndValues));
        assertThat(thrown).as("is refused").isNotNull();
        return new FailureTranslator("test", List.of()).translate(FailureTranslator.CONNECTING, thrown);
    }

    private static String[] key(String key, String chain, String... more) {
        String[] all = java.util.Arrays.copyOf(
                new String[] {
                    "ssl.keystore.type", "PEM", "ssl.keystore.key", key, "ssl.keystore.certificate.chain", chain
                },
                6 + more.length);
        System.arraycopy(more, 0, all, 6, more.length);
        return all;
    }

    private static String path(String name) {
        return authority.file(name).toString();
    }

    private static String written(String name, String text) throws IOException {
        return Files.writeString(authority.file(name), text).toString();
    }

    // Keys

    @Test
    void keys_that_the_client_reads_are_left_alone() {
        assertThat(check(key(rsa.pkcs8(), rsa.chain())).warnings()).isEmpty();
        assertThat(check(key(ec.pkcs8(), ec.chain())).warnings()).isEmpty();
        assertThat(check(key(rsa.encrypted("PBEWithSHA1AndDESede"), rsa.chain(), "ssl.key.password", PASSWORD))
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_key_password_beside_a_plain_key() {
        BrokerFailure failure = refused(key(rsa.pkcs8(), rsa.chain(), "ssl.key.password", "secret-1"));

        assertThat(failure.what()).contains("the private key in ssl.keystore.key is not encrypted");
        assertThat(failure.remedies()).containsExactly("Remove ssl.key.password");
        assertThat(failure.report()).doesNotContain("secret-1");
    }

    @Test
    void a_key_in_pbes2() {
        BrokerFailure failure =
                refused(key(rsa.encrypted("PBEWithHmacSHA256AndAES_256"), rsa.chain(), "ssl.key.password", PASSWORD));

        assertThat(failure.what()).contains("encrypted in a way that the Kafka client cannot read");
        assertThat(failure.why()).contains("PBES2");
        assertThat(failure.remedies().get(0)).contains("openssl pkcs8 -topk8 -v1 PBE-SHA1-3DES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PBEWithHmacSHA256AndAES_256", "PBEWithSHA1AndDESede"})
    void a_wrong_or_missing_password_of_an_encrypted_key(String algorithm) {
        String key = rsa.encrypted(algorithm);

        assertThat(refused(key(key, rsa.chain(), "ssl.key.password", "wrong")).what())
                .contains("ssl.key.password does not open the private key");
        assertThat(refused(key(key, rsa.chain())).what()).contains("ssl.key.password is missing");
    }

    @Test
    void keys_in_the_forms_of_other_programs() {
        assertThat(refused(key(rsa.bare("RSA PRIVATE KEY"), rsa.chain()))).satisfies(failure -> {
            assertThat(failure.what()).contains("in the form PKCS#1");
            assertThat(failure.remedies().get(0)).contains("openssl pkcs8 -topk8 -nocrypt");
        });
        assertThat(refused(key(ec.bare("EC PRIVATE KEY"), ec.chain()))).satisfies(failure -> {
            assertThat(failure.what()).contains("in the form SEC1");
            assertThat(failure.remedies().get(0)).contains("openssl pkcs8 -topk8 -nocrypt");
        });
        assertThat(refused(key(TestKeys.pem("OPENSSH PRIVATE KEY", new byte[40]), ec.chain()))
                        .remedies()
                        .get(0))
                .contains("ssh-keygen");
    }

    @Test
    void a_key_of_a_kind_that_the_client_does_not_read() {
        TestKeys ed25519 = new TestKeys(authority.store("dns:ed", "-keyalg", "Ed25519"), "server");

        BrokerFailure failure = refused(key(ed25519.pkcs8(), ed25519.chain()));

        assertThat(failure.what()).contains("is of the kind Ed25519");
        assertThat(failure.remedies().get(0)).contains("RSA or EC");
    }

    @Test
    void a_key_of_that_kind_in_a_pkcs12_file_is_read() {
        assertThat(check(
                                "ssl.keystore.type",
                                "PKCS12",
                                "ssl.keystore.location",
                                authority
                                        .store("dns:ed-file", "-keyalg", "Ed25519")
                                        .toString(),
                                "ssl.keystore.password",
                                PASSWORD)
                        .hints())
                .noneMatch(hint -> hint.contains("no private key"));
    }

    @Test
    void a_chain_in_the_wrong_order() {
        BrokerFailure failure = refused(key(rsa.pkcs8(), ca + rsa.chain()));

        assertThat(failure.what())
                .contains("the certificates in ssl.keystore.certificate.chain are in the wrong order");
        assertThat(failure.why()).contains("Certificate 1 (CN=Test Authority)");
        assertThat(failure.remedies().get(0)).contains("client's certificate first");
    }

    @Test
    void a_certificate_of_another_key() {
        assertThat(refused(key(rsa.pkcs8(), ec.chain())).what()).contains("is not the one of its certificate");
        TestKeys other = new TestKeys(authority.store("dns:other", "-keyalg", "RSA", "-keysize", "3072"), "server");
        assertThat(refused(key(rsa.pkcs8(), other.chain())).what()).contains("is not the one of its certificate");
    }

    @Test
    void half_of_key_and_certificate() {
        assertThat(refused("ssl.keystore.type", "PEM", "ssl.keystore.key", rsa.pkcs8())
                        .remedies())
                .containsExactly("Add ssl.keystore.certificate.chain");
        assertThat(refused("ssl.keystore.type", "PEM", "ssl.keystore.certificate.chain", rsa.chain())
                        .remedies())
                .containsExactly("Add ssl.keystore.key");
        assertThat(refused(key(rsa.chain(), rsa.chain())).what()).contains("no private key in ssl.keystore.key");
        assertThat(refused(key(rsa.pkcs8(), rsa.pkcs8())).what())
                .contains("no certificate in ssl.keystore.certificate.chain");
        assertThat(refused(key(rsa.pkcs8() + rsa.pkcs8(), rsa.chain())).what()).contains("2 private keys");
    }

    @Test
    void a_key_without_the_type_of_its_store() {
        assertThat(refused("ssl.keystore.key", rsa.pkcs8(), "ssl.keystore.certificate.chain", rsa.chain())
                        .remedies()
                        .get(0))
                .isEqualTo("Set ssl.keystore.type to PEM");
    }

    @Test
    void a_key_file_in_pem_form() throws IOException {
        String good = written("good-key.pem", rsa.pkcs8() + rsa.chain());
        String old = written("old-key.pem", rsa.bare("RSA PRIVATE KEY") + rsa.chain());

        assertThat(check("ssl.keystore.type", "PEM", "ssl.keystore.location", good)
                        .warnings())
                .isEmpty();
        assertThat(refused("ssl.keystore.type", "PEM", "ssl.keystore.location", old)
                        .what())
                .contains(old, "PKCS#1");
        assertThat(refused("ssl.keystore.location", good, "ssl.keystore.password", PASSWORD)
                        .remedies())
                .containsExactly("Set ssl.keystore.type to PEM, and remove ssl.keystore.password");
        assertThat(refused("ssl.keystore.type", "PEM", "ssl.keystore.location", good, "ssl.keystore.password", PASSWORD)
                        .remedies()
                        .get(0))
                .startsWith("Remove ssl.keystore.password");
    }

    @Test
    void a_key_store_without_its_passwords() {
        String store = authority.store("dns:passwords").toString();

        assertThat(refused("ssl.keystore.type", "PKCS12", "ssl.keystore.location", store)
                        .remedies()
                        .get(0))
                .startsWith("Add ssl.keystore.password");
        assertThat(refused(
                                "ssl.keystore.type",
                                "PKCS12",
                                "ssl.keystore.location",
                                store,
                                "ssl.keystore.password",
                                "wrong")
                        .what())
                .contains("the password of the key store " + store + " is wrong");
        assertThat(refused(
                                "ssl.keystore.type",
                                "PKCS12",
                                "ssl.keystore.location",
                                store,
                                "ssl.keystore.password",
                                PASSWORD,
                                "ssl.key.password",
                                "wrong")
                        .what())
                .contains("the password of the key in the key store is wrong");
    }

    // Trust

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
        TlsDoubts doubts = check(
                "ssl.truststore.location",
                authority.store("dns:key-only").toString(),
                "ssl.truststore.password",
                PASSWORD);

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
        assertThat(refused("ssl.truststore.type", "PEM", "ssl.truststore.certificates", rsa.pkcs8())
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

    // The rest

    @Test
    void names_that_java_does_not_know() {
        assertThat(refused("ssl.cipher.suites", "FOO").why()).contains("FOO");
        assertThat(refused("ssl.enabled.protocols", "SSLv9").why()).contains("SSLv9");
        assertThat(refused("ssl.protocol", "TLSv9").why()).contains("TLSv9");
    }

    @Test
    void an_engine_of_its_own_is_not_looked_into() {
        assertThat(check(
                        "ssl.engine.factory.class",
                        DefaultSslEngineFactory.class.getName(),
                        "ssl.truststore.location",
                        "/nowhere"))
                .isEqualTo(TlsDoubts.NONE);
    }
}
