package dev.surveyor.kafka.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.testing.SecuredBroker;
import dev.surveyor.kafka.testing.SecuredBroker.Listener;
import dev.surveyor.kafka.testing.SharedSecuredBroker;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Groups that a user may see in a list, and may or may not look at. */
@ExtendWith(SharedSecuredBroker.class)
class GroupRightsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void a_group_that_may_not_be_described_says_so_and_is_not_called_dead_or_unknown(SecuredBroker broker)
            throws Exception {
        String seen = TestKafka.uniqueName("shared");
        String hidden = TestKafka.uniqueName("secret");
        try (Admin all = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers(Listener.OPEN)));
                TestConnection connection = TestConnection.to(
                        broker.bootstrapServers(Listener.LOGIN),
                        Map.of(
                                "security.protocol",
                                "SASL_PLAINTEXT",
                                "sasl.mechanism",
                                "PLAIN",
                                "sasl.jaas.config",
                                SecuredBroker.login("bob", "bob-secret")));
                Admin bob = Admin.create(connection.context().settings().of(ClientKind.ADMIN, "bob"))) {
            String topic = TestKafka.uniqueName("open");
            all.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
            Map<TopicPartition, OffsetAndMetadata> places =
                    Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0));
            for (String group : List.of(seen, hidden)) {
                all.alterConsumerGroupOffsets(group, places).all().get(30, TimeUnit.SECONDS);
            }
            all.createAcls(List.of(
                            allowed(ResourceType.CLUSTER, "kafka-cluster"),
                            allowed(ResourceType.GROUP, seen),
                            allowed(ResourceType.TOPIC, topic)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            KafkaClusterReader reader = new KafkaClusterReader(bob, connection.context());

            Await.until("the rights are known", SOON, () -> listed(reader, seen)
                    .lag()
                    .equals(new GroupLag(0, 1, List.of())));
            GroupSummary secret = listed(reader, hidden);
            assertThat(secret.problem()).contains("not authorised for group " + hidden);
            assertThat(secret.type()).isEqualTo(GroupType.CLASSIC);
            assertThat(secret.state()).isEqualTo("Empty");
            assertThat(secret.lag()).isEqualTo(GroupLag.NONE);
            assertThat(listed(reader, seen).problem()).isEmpty();
            assertThatThrownBy(() -> get(reader.group(hidden))).satisfies(thrown -> assertThat(
                            BrokerFailureException.in(thrown).what())
                    .contains("not authorised for group " + hidden));
        }
    }

    private static AclBinding allowed(ResourceType type, String name) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:bob", "*", AclOperation.DESCRIBE, AclPermissionType.ALLOW));
    }

    private static GroupSummary listed(KafkaClusterReader reader, String group) {
        return get(reader.groups()).stream()
                .filter(each -> each.id().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T get(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
