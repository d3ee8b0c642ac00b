package dev.surveyor.kafka.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailure.Kind;
import dev.surveyor.domain.failure.BrokerFailureException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.CoordinatorLoadInProgressException;
import org.apache.kafka.common.errors.CoordinatorNotAvailableException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.IllegalSaslStateException;
import org.apache.kafka.common.errors.InconsistentGroupProtocolException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidGroupIdException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTranslatorTest {

    private static final TopicPartition ORDERS_3 = new TopicPartition("orders", 3);

    private final FailureTranslator translator = new FailureTranslator("orders-prod", List.of());

    static Stream<Arguments> thrown() {
        return Stream.of(
                arguments(new ConnectException("b1:9092 Connection refused"), "connection was refused", "(b1:9092)"),
                arguments(new UnknownHostException("b1.example"), "name b1.example was not found", "VPN"),
                arguments(new SocketTimeoutException("b1:9092 timed out"), "was not answered", "firewall"),
                arguments(
                        new KafkaException("Failed to create", new ConfigException("No resolvable bootstrap urls")),
                        "none of the bootstrap servers was found",
                        "spelling"),
                arguments(
                        new TimeoutException("Timed out waiting for a node assignment. Call: listNodes"),
                        "no broker answered in time",
                        "security.protocol"),
                arguments(
                        new TimeoutException("Topic x not present in metadata after 5000 ms."),
                        "no broker answered",
                        "brokers run"),
                arguments(
                        new TimeoutException(
                                "Topic x not present in metadata after 5000 ms.",
                                new UnknownTopicOrPartitionException("This server does not host it")),
                        "does not exist",
                        "name"),
                arguments(
                        new TimeoutException(
                                "Partition 9 of topic x with partition count 2 is not present in metadata after 1 ms."),
                        "no such partition",
                        "partitioner"),
                arguments(
                        new TimeoutException("Expiring 1 record(s) for orders-3:3002 ms has passed"),
                        "not acknowledged in time",
                        "delivery.timeout.ms"),
                arguments(
                        new SaslAuthenticationException("Authentication failed: Invalid username or password"),
                        "SASL login rejected",
                        "password"),
                arguments(
                        new UnsupportedSaslMechanismException("Client SASL mechanism 'PLAIN' not enabled"),
                        "does not offer this SASL mechanism",
                        "sasl.mechanism"),
                arguments(
                        new IllegalSaslStateException("Unexpected handshake request"),
                        "does not expect a login",
                        "PLAINTEXT"),
                arguments(
                        tls(new SSLHandshakeException("PKIX path building failed: no path")),
                        "certificate is not trusted",
                        "ssl.truststore"),
                arguments(tls(new CertificateExpiredException("NotAfter: then")), "has expired", "renewed"),
                arguments(
                        tls(new SSLHandshakeException("No subject alternative names matching IP address 127.0.0.1")),
                        "is for another host",
                        "name that the certificate has"),
                arguments(
                        tls(new SSLHandshakeException("Received fatal alert: bad_certificate")),
                        "refused the client's TLS certificate",
                        "ssl.keystore"),
                arguments(new TopicAuthorizationException(Set.of("orders")), "not authorised for topic orders", "READ"),
                arguments(
                        new TopicAuthorizationException("Topic authorization failed."),
                        "not authorised for the topic while",
                        "READ"),
                arguments(
                        new GroupAuthorizationException("Group authorization failed."),
                        "not authorised for the group while",
                        "READ"),
                arguments(
                        GroupAuthorizationException.forGroupId("billing"), "not authorised for group billing", "READ"),
                arguments(new ClusterAuthorizationException("no"), "not authorised for the cluster", "DESCRIBE"),
                arguments(new UnknownTopicOrPartitionException("x"), "does not exist", "Refresh"),
                arguments(new InvalidTopicException("a b"), "name is not valid", "249"),
                arguments(new RecordTooLargeException("2000000 bytes"), "record is too large", "max.message.bytes"),
                arguments(new NotEnoughReplicasException(), "fewer replicas are in sync", "min.insync.replicas"),
                arguments(new CoordinatorNotAvailableException("x"), "coordinator is not available", "Wait"),
                arguments(new CoordinatorLoadInProgressException("x"), "coordinator is loading", "Wait"),
                arguments(
                        new OffsetOutOfRangeException(Map.of(ORDERS_3, 7L)), "out of range in orders[3]", "beginning"),
                arguments(new NoOffsetForPartitionException(ORDERS_3), "start from in orders[3]", "auto.offset.reset"),
                arguments(new GroupIdNotFoundException("x"), "group does not exist", "Refresh"),
                arguments(
                        new GroupIdNotFoundException("Group billing is not a consumer group."),
                        "group is of another kind",
                        "another group id"),
                arguments(
                        new InconsistentGroupProtocolException("incompatible"),
                        "shares out its work in another way",
                        "assignor"),
                arguments(
                        new UnknownMemberIdException(
                                "Failed altering group offsets for the following partitions: [a-0]"),
                        "the group has members",
                        "Stop all members"),
                arguments(new FencedInstanceIdException("x"), "member was fenced", "group.instance.id"),
                arguments(new CommitFailedException(), "belong to another member now", "max.poll.interval.ms"),
                arguments(new RebalanceInProgressException(), "group is rebalancing", "Wait"),
                arguments(new InvalidGroupIdException("x"), "no valid group.id", "member"),
                arguments(new ProducerFencedException("x"), "producer was fenced", "transactional.id"),
                arguments(new OutOfOrderSequenceException("x"), "gap in the producer's sequence", "new one"),
                arguments(new SerializationException("x"), "could not be serialised", "types"),
                arguments(new CorruptRecordException("x"), "record is damaged", "Seek past it"),
                arguments(new UnsupportedVersionException("x"), "too old", "release"),
                arguments(
                        new UnsupportedVersionException("The node does not support METADATA"),
                        "port of a controller",
                        "listener"),
                arguments(new ConfigException("acks", "7", "bad"), "client property is wrong", "property"),
                arguments(new NotLeaderOrFollowerException("x"), "leader has moved", "Wait"),
                arguments(new InterruptException("x"), "was interrupted", "again"),
                arguments(new WakeupException(), "was stopped", "again"),
                arguments(
                        new IllegalStateException("No current assignment for partition a-1"),
                        "not assigned to this consumer",
                        "rebalance"),
                arguments(new IllegalStateException("This consumer has already been closed."), "is closed", "again"),
                arguments(new KafkaException("Producer is closed forcefully."), "closed before it was done", "again"),
                arguments(new KafkaException("unheard of"), "Kafka client failed", "unheard of"),
                arguments(new IllegalArgumentException("odd"), "something went wrong", "odd"));
    }

    private static SslAuthenticationException tls(Exception cause) {
        return new SslAuthenticationException("SSL handshake failed", cause);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void each_exception_becomes_what_happened_and_what_to_do(Throwable thrown, String what, String helpful) {
        BrokerFailure failure = translator.translate("reading topic orders", thrown);

        assertThat(failure.what()).startsWith("orders-prod: ").contains(what).endsWith("while reading topic orders.");
        assertThat(failure.why() + failure.remedies()).contains(helpful);
        assertThat(failure.details()).contains(thrown.getClass().getSimpleName());
    }

    @Test
    void what_passes_by_itself_is_told_from_what_must_be_changed() {
        assertThat(kind(new TimeoutException("x"))).isEqualTo(Kind.RETRIABLE);
        assertThat(kind(new RebalanceInProgressException())).isEqualTo(Kind.RETRIABLE);
        assertThat(kind(new SaslAuthenticationException("x"))).isEqualTo(Kind.FATAL);
        assertThat(kind(new RecordTooLargeException("x"))).isEqualTo(Kind.FATAL);
    }

    private Kind kind(Throwable thrown) {
        return translator.translate("testing", thrown).kind();
    }

    @Test
    void the_wrappers_of_futures_are_taken_off() {
        Throwable wrapped = new CompletionException(new ExecutionException(new UnknownTopicOrPartitionException("x")));

        assertThat(translator.translate("testing", wrapped).what()).contains("does not exist");
    }

    @Test
    void what_was_translated_before_stays_as_it_is() {
        BrokerFailureException first = translator.exception("connecting", new TimeoutException("x"));

        assertThat(translator.translate("something else", new CompletionException(first)))
                .isSameAs(first.failure());
    }

    @Test
    void the_details_hold_the_whole_chain() {
        String details = translator
                .translate("testing", new KafkaException("outer", new ConfigException("inner")))
                .details();

        assertThat(details).contains("outer").contains("caused by").contains("inner");
    }

    @Test
    void secrets_are_masked_wherever_they_stand() {
        String jaas = "x.PlainLoginModule required username=\"u\" password=\"hunter2\";";
        FailureTranslator masking = new FailureTranslator("c", List.of(new Secret(jaas), new Secret("other-secret")));

        BrokerFailure failure = masking.translate(
                "testing", new KafkaException("bad " + jaas + " and hunter2 and other-secret and ssl.key.password=k"));

        assertThat(failure.report()).doesNotContain("hunter2", "other-secret", "password=k");
    }

    @Test
    void an_exception_that_is_its_own_cause_in_a_ring_does_not_hang() {
        KafkaException outer = new KafkaException("outer");
        KafkaException inner = new KafkaException("inner", outer);
        outer.initCause(inner);

        assertThat(translator.translate("testing", outer).details()).contains("inner");
    }

    @Test
    void the_name_of_a_connection_is_never_masked() {
        FailureTranslator masking =
                new FailureTranslator("orders password", List.of(new Secret("orders"), new Secret("secret-1")));

        BrokerFailure failure = masking.translate("connecting", new ConnectException("b1:9092 secret-1 refused"));

        assertThat(failure.what()).isEqualTo("orders password: the connection was refused.");
        assertThat(failure.details())
                .startsWith("Connection: orders password\n")
                .doesNotContain("secret-1");
        assertThat(masking.say("it ended", "", Kind.FATAL, List.of("Start it")).what())
                .isEqualTo("orders password: it ended.");
    }

    @Test
    void what_looks_like_a_secret_is_masked_though_nobody_named_it() {
        String text = new SecretMask(List.of())
                .mask("passwd=aaa pwd: bbb api.key=ccc access_key='ddd' credential=eee http://me:fff@host/x");

        assertThat(text)
                .isEqualTo("passwd=[hidden] pwd: [hidden] api.key=[hidden] access_key=[hidden] credential=[hidden]"
                        + " http://me:[hidden]@host/x");
    }
}
