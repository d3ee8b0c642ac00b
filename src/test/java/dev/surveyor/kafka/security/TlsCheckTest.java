package dev.surveyor.kafka.security;

import static dev.surveyor.kafka.security.TlsChecks.check;
import static dev.surveyor.kafka.security.TlsChecks.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.testing.TestAuthority;
import dev.surveyor.testing.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each cause for which the client's own TLS refuses a key or a name, with what to do about it. */
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
        rsa = new TestKeys(authority.store("rsa"), "server");
        ec = new TestKeys(authority.store("ec"), "server");
        ca = Files.readString(authority.file("ca.pem"));
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

    private static String written(String name, String text) throws IOException {
        return Files.writeString(authority.file(name), text).toString();
    }

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
        TestKeys ed25519 = new TestKeys(authority.store("ed25519"), "server");

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
                                authority.store("ed25519").toString(),
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
        TestKeys other = new TestKeys(authority.store("rsa-3072"), "server");
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
        String store = authority.store("ec").toString();

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
