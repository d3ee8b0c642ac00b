package dev.surveyor.service.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

    private final SecretNames names = new SecretNames(new FakeCatalog());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my.password",
                "my.passwd",
                "my.pwd",
                "db_pwd",
                "PASSWORD",
                "dbPassword",
                "userpassword",
                "my.passphrase",
                "store.pass",
                "my.secret",
                "clientSecret",
                "client.secret.value",
                "my.credential",
                "my.credentials",
                "api.key",
                "api-key",
                "api_key",
                "apikey",
                "apiKey",
                "x.access.key",
                "accessKey",
                "aws.secret.access.key",
                "secret.key",
                "azure.account.key",
                "private.key",
                "azure.connection.string",
                "my.token",
                "oauth.token.value",
                "http.header.authorization",
                "basic.auth.user.info",
                "listener.name.x.sasl.jaas.config",
                "listener.ssl.keystore.key",
                "ssl.truststore.password",
                "sasl.jaas.config"
            })
    void a_name_that_says_so_is_one_of_a_secret(String name) {
        assertThat(names.test(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl.truststore.location",
                "security.protocol",
                "token.endpoint.url",
                "bearer.auth.credentials.source",
                "aws.credentials.provider",
                "password.file",
                "password.encoder.iterations",
                "aws.access.key.id",
                "key.serializer",
                "message.key",
                "key",
                "passenger.count",
                "tokenizer",
                "bypass.cache",
                "secretary"
            })
    void a_name_that_only_looks_like_it_is_none(String name) {
        assertThat(names.test(name)).isFalse();
    }

    @Test
    void a_private_key_is_a_secret_wherever_it_stands_and_a_certificate_is_none() {
        String certificate = "-----BEGIN CERTIFICATE-----MIIB-----END CERTIFICATE-----";
        String key = "-----BEGIN ENCRYPTED PRIVATE KEY-----MIIE-----END ENCRYPTED PRIVATE KEY-----";

        assertThat(names.holds("ssl.truststore.certificates", certificate)).isFalse();
        assertThat(names.holds("ssl.keystore.certificate.chain", certificate + key))
                .isTrue();
        assertThat(names.holds("note", "-----BEGIN RSA PRIVATE KEY-----")).isTrue();
    }

    @Test
    void an_address_with_a_password_is_a_secret_whatever_its_name() {
        assertThat(names.holds("proxy.url", "http://me:hunter2@proxy.example:3128"))
                .isTrue();
        assertThat(names.holds("proxy.url", "see https://a.example, https://me:hunter2@b.example"))
                .isTrue();
        assertThat(names.holds("proxy.url", "http://proxy.example:3128/a@b")).isFalse();
        assertThat(names.holds("proxy.url", "http://me@proxy.example")).isFalse();
    }
}
