package dev.surveyor.kafka.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionHealth.Connected;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.kafka.testing.SecuredBroker;
import dev.surveyor.kafka.testing.SecuredBroker.Listener;
import dev.surveyor.kafka.testing.SharedSecuredBroker;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.testing.TestAuthority;
import dev.surveyor.testing.TestKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Trust stores and key stores on a broker that speaks TLS. */
@ExtendWith(SharedSecuredBroker.class)
class SecuredStoresIT {

    private static final Map<String, Secret> STORE_PASSWORD =
            Map.of("ssl.truststore.password", new Secret(TestAuthority.PASSWORD));

    private final SecuredBroker broker;

    @AutoClose
    private final ConnectorRig rig;

    SecuredStoresIT(SecuredBroker broker) {
        this.broker = broker;
        rig = new ConnectorRig(broker.bootstrapServers());
    }

    @Test
    void pem_text_in_one_line_is_as_good_as_in_many() throws Exception {
        TestKeys client = new TestKeys(broker.authority().store("rsa"), "server");
        Map<String, String> properties = Map.of(
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.certificates",
                oneLine(Files.readString(broker.authority().file("ca.pem"))),
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.certificate.chain",
                oneLine(client.chain()));

        try (ClusterSession session =
                connect(Listener.MUTUAL, properties, Map.of("ssl.keystore.key", new Secret(oneLine(client.pkcs8()))))) {
            assertThat(session.health()).isInstanceOf(Connected.class);
        }
    }

    @Test
    void a_trust_store_whose_time_is_over_connects_and_is_warned_of() throws Exception {
        Map<String, String> properties = Map.of(
                "ssl.truststore.location", broker.authority().expiredTrust().toString());

        try (ClusterSession session = connect(Listener.TLS, properties, STORE_PASSWORD)) {
            assertThat(session.events().since(0).events())
                    .filteredOn(ClientEvent.ClientError.class::isInstance)
                    .singleElement()
                    .satisfies(event -> {
                        ClientEvent.ClientError warning = (ClientEvent.ClientError) event;
                        assertThat(warning.fatal()).isFalse();
                        assertThat(warning.failure().why()).contains("has expired", "CN=Test Authority");
                    });
        }
    }

    @Test
    void a_trust_store_of_another_authority_is_refused_with_what_it_holds(@TempDir Path folder) {
        TestAuthority other = new TestAuthority(folder);
        Map<String, String> properties =
                Map.of("ssl.truststore.location", other.store("ec").toString());

        BrokerFailure failure = failureOf(Listener.TLS, properties, STORE_PASSWORD);

        assertThat(failure.what()).contains("the broker's TLS certificate is not trusted");
        assertThat(failure.why()).contains("only the private key server with its own certificate (CN=registry)");
    }

    @Test
    void a_client_without_a_certificate_is_told_that_it_shows_none() {
        Map<String, String> properties = Map.of(
                "ssl.truststore.location", broker.authority().file("trust.p12").toString());

        BrokerFailure failure = failureOf(Listener.MUTUAL, properties, STORE_PASSWORD);

        assertThat(failure.what()).contains("the broker refused the client's TLS certificate");
        assertThat(failure.why()).contains("No key store is set");
    }

    @Test
    void a_trust_store_that_shows_nothing_is_refused_before_anything_is_sent() {
        Map<String, String> properties = Map.of(
                "ssl.truststore.location", broker.authority().file("trust.p12").toString());

        assertThat(failureOf(Listener.TLS, properties, Map.of()).what()).contains("shows no certificate");
    }

    private static String oneLine(String pem) {
        return pem.replaceAll("\\R", "");
    }

    private BrokerFailure failureOf(Listener listener, Map<String, String> properties, Map<String, Secret> secrets) {
        return ConnectorRig.failureOf(() -> connect(listener, properties, secrets));
    }

    private ClusterSession connect(Listener listener, Map<String, String> properties, Map<String, Secret> secrets)
            throws Exception {
        Map<String, String> all = new TreeMap<>(properties);
        all.put("security.protocol", "SSL");
        return rig.connect(broker.bootstrapServers(listener), all, secrets);
    }
}
