package dev.surveyor.kafka.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.surveyor.domain.connection.ConnectionHealth.Connected;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.SecuredBroker;
import dev.surveyor.kafka.testing.SharedSecuredBroker;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSecuredBroker.class)
class SecuredConnectorIT {

    private final SecuredBroker broker;

    @AutoClose
    private final ConnectorRig rig;

    SecuredConnectorIT(SecuredBroker broker) {
        this.broker = broker;
        rig = new ConnectorRig(broker.bootstrapServers());
    }

    @Test
    void the_right_password_connects() throws Exception {
        try (ClusterSession session = connect("PLAIN", "admin", "admin-secret")) {
            assertThat(session.health()).isInstanceOf(Connected.class);
        }
    }

    @Test
    void a_wrong_password_is_refused_in_words_and_is_not_repeated() {
        long start = System.nanoTime();

        BrokerFailure failure = failureOf("PLAIN", "admin", "wrong-secret");

        assertThat(failure.what()).isEqualTo("test: SASL login rejected.");
        assertThat(failure.why()).contains("Invalid username or password");
        assertThat(failure.report()).doesNotContain("wrong-secret");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_mechanism_that_is_not_offered_is_told_with_those_that_are() {
        BrokerFailure failure = failureOf("SCRAM-SHA-512", "admin", "admin-secret");

        assertThat(failure.what()).contains("does not offer this SASL mechanism");
        assertThat(failure.why()).contains("PLAIN");
    }

    @Test
    void a_client_without_a_login_is_given_up_within_five_seconds() {
        long start = System.nanoTime();

        BrokerFailure failure = ConnectorRig.failureOf(
                () -> rig.begin(broker.bootstrapServers(), Map.of(), Map.of()).get(60, TimeUnit.SECONDS));

        assertThat(failure.remedies().toString()).contains("security.protocol");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(5_500));
    }

    @Test
    void a_user_without_rights_sees_which_topic_was_refused() throws Exception {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                SecuredBroker.login("admin", "admin-secret")))) {
            admin.createTopics(List.of(new NewTopic("hidden", 1, (short) 1)))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
        try (ClusterSession session = connect("PLAIN", "alice", "alice-secret")) {
            ConsumeSession consumer = session.consumers()
                    .start(ConsumeRequest.standalone("hidden", new StartPosition.Beginning()), new CollectingSink());
            Await.until(
                    "refused", Duration.ofSeconds(60), () -> consumer.status().phase() == ConsumePhase.FAILED);

            assertThat(Objects.requireNonNull(consumer.status().failure()).what())
                    .contains("not authorised for topic hidden");
            assertThat(session.cluster().overview().get(60, TimeUnit.SECONDS).topics())
                    .isEmpty();
            assertThat(whatOf(session.cluster().endOffsets(List.of(new PartitionId("hidden", 0)))))
                    .contains("not authorised for topic hidden");
            assertThat(whatOf(session.cluster().topic("hidden"))).contains("reading topic hidden");
        }
    }

    private static String whatOf(CompletableFuture<?> refused) {
        return BrokerFailureException.in(catchThrowable(() -> refused.get(60, TimeUnit.SECONDS)))
                .what();
    }

    @Test
    void a_scram_user_with_other_letters_is_told_that_it_can_never_log_in() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers(SecuredBroker.Listener.OPEN)))) {
            admin.alterUserScramCredentials(List.of(scramUser("zo\u00eb"), scramUser("zoe")))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
        Await.until("zoe can log in", Duration.ofSeconds(60), () -> {
            try (ClusterSession session = connect("SCRAM-SHA-256", "zoe", "p\u00e4ssword")) {
                return session.health() instanceof Connected;
            } catch (ExecutionException notYet) {
                return false;
            }
        });

        BrokerFailure failure = failureOf("SCRAM-SHA-256", "zo\u00eb", "p\u00e4ssword");

        assertThat(failure.what()).contains("a user with such a name can never log in with SCRAM");
        assertThat(failure.why()).contains("beyond ASCII");
        assertThat(failure.details()).contains("SaslAuthenticationException");
    }

    private static UserScramCredentialUpsertion scramUser(String name) {
        return new UserScramCredentialUpsertion(
                name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096), "p\u00e4ssword");
    }

    private ClusterSession connect(String mechanism, String user, String password) throws Exception {
        return rig.begin(
                        broker.bootstrapServers(),
                        Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", mechanism),
                        Map.of("sasl.jaas.config", new Secret(login(mechanism, user, password))))
                .get(60, TimeUnit.SECONDS);
    }

    private static String login(String mechanism, String user, String password) {
        String plain = SecuredBroker.login(user, password);
        return mechanism.startsWith("SCRAM") ? plain.replace("plain.PlainLogin", "scram.ScramLogin") : plain;
    }

    private BrokerFailure failureOf(String mechanism, String user, String password) {
        return ConnectorRig.failureOf(() -> connect(mechanism, user, password));
    }
}
