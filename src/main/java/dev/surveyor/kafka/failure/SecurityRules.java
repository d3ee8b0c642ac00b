package dev.surveyor.kafka.failure;

import static dev.surveyor.kafka.failure.FailureRule.messageOf;
import static dev.surveyor.kafka.failure.FailureRule.on;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.DelegationTokenAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.IllegalSaslStateException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/** Certificates, logins and rights. */
final class SecurityRules {

    private static final String NOT_ALLOWED = "The user of this connection lacks an ACL.";

    private SecurityRules() {}

    static List<FailureRule> all() {
        return List.of(
                on(
                        CertificateExpiredException.class,
                        e -> Explanation.fatal(
                                "a TLS certificate has expired",
                                FailureRule.quoted(e, ""),
                                "Have the certificate renewed",
                                "Check the clock of this machine")),
                on(
                        CertificateNotYetValidException.class,
                        e -> Explanation.fatal(
                                "a TLS certificate is not valid yet",
                                FailureRule.quoted(e, ""),
                                "Check the clock of this machine")),
                thrown -> tls(messageOf(thrown)),
                on(
                        SslAuthenticationException.class,
                        e -> Explanation.fatal(
                                "the TLS handshake failed",
                                FailureRule.quoted(e, ""),
                                "Check the trust store and the key store of the connection",
                                "Check that the port speaks TLS")),
                on(
                        SSLException.class,
                        e -> Explanation.fatal(
                                "the TLS connection failed",
                                FailureRule.quoted(e, ""),
                                "Check the trust store and the key store of the connection")),
                on(
                        UnsupportedSaslMechanismException.class,
                        e -> Explanation.fatal(
                                "the broker does not offer this SASL mechanism",
                                FailureRule.quoted(e, ""),
                                "Set sasl.mechanism to one that the broker names")),
                on(
                        IllegalSaslStateException.class,
                        e -> Explanation.fatal(
                                "the port does not expect a login",
                                "A client with SASL spoke to a listener without it.",
                                "Set security.protocol to PLAINTEXT or SSL",
                                "Check the port of the bootstrap servers")),
                on(
                        SaslAuthenticationException.class,
                        e -> Explanation.fatal(
                                "SASL login rejected",
                                FailureRule.quoted(e, ""),
                                "Check user and password, capitals and spaces included",
                                "Check that the user exists for this SASL mechanism")),
                on(
                        AuthenticationException.class,
                        e -> Explanation.fatal(
                                "the login failed",
                                FailureRule.quoted(e, ""),
                                "Check user, password and sasl.mechanism")),
                on(
                        TopicAuthorizationException.class,
                        e -> Explanation.fatal(
                                "not authorised for " + named("topic", String.join(", ", e.unauthorizedTopics())),
                                NOT_ALLOWED,
                                "Ask for READ (to consume), WRITE (to produce) or DESCRIBE (to look) on the topic")),
                on(
                        GroupAuthorizationException.class,
                        e -> Explanation.fatal(
                                "not authorised for " + named("group", e.groupId()),
                                NOT_ALLOWED,
                                "Ask for READ on the group",
                                "Consume standalone, which needs no group")),
                on(
                        TransactionalIdAuthorizationException.class,
                        e -> Explanation.fatal(
                                "not authorised for this transactional.id",
                                NOT_ALLOWED,
                                "Ask for WRITE on the transactional id")),
                on(
                        ClusterAuthorizationException.class,
                        e -> Explanation.fatal(
                                "not authorised for the cluster",
                                NOT_ALLOWED,
                                "Ask for DESCRIBE (to look), IDEMPOTENT_WRITE or ALTER (to change) on the cluster")),
                on(
                        DelegationTokenAuthorizationException.class,
                        e -> Explanation.fatal(
                                "not authorised for this delegation token",
                                NOT_ALLOWED,
                                "Ask for DESCRIBE on the token")),
                thrown -> store(messageOf(thrown)));
    }

    /** An admin client throws some of these without the name; then what was being done has it. */
    private static String named(String what, @org.jspecify.annotations.Nullable String name) {
        return name == null || name.isEmpty() ? "the " + what : what + " " + name;
    }

    /** The TLS library tells its causes apart by text alone. */
    private static @org.jspecify.annotations.Nullable Explanation tls(String message) {
        if (message.contains("PKIX path") || message.contains("unable to find valid certification path")) {
            return Explanation.fatal(
                    "the broker's TLS certificate is not trusted",
                    "The authority that signed it is not in the trust store.",
                    "Set ssl.truststore.location, or ssl.truststore.certificates with ssl.truststore.type=PEM",
                    "Check that this is the right cluster");
        }
        if (message.contains("No subject alternative") || message.contains("No name matching")) {
            return Explanation.fatal(
                    "the broker's TLS certificate is for another host",
                    message + ".",
                    "Use a bootstrap server by a name that the certificate has",
                    "Only where you trust the network: set ssl.endpoint.identification.algorithm to nothing");
        }
        if (message.contains("Illegal given domain name")) {
            return Explanation.fatal(
                    "the name of the broker's host can never pass the check of its certificate",
                    message + ": Java takes names of letters, digits and hyphens only, so no underscore.",
                    "Use another name of the host, or its address, that the certificate has too",
                    "Only where you trust the network: set ssl.endpoint.identification.algorithm to nothing");
        }
        if (message.contains("bad_certificate") || message.contains("certificate_required")) {
            return Explanation.fatal(
                    "the broker refused the client's TLS certificate",
                    "It wants a certificate of an authority that it trusts, or none was sent.",
                    "Set ssl.keystore.location (or ssl.keystore.key and ssl.keystore.certificate.chain)",
                    "Check who signed the client's certificate");
        }
        if (message.contains("plaintext connection") || message.contains("Unsupported or unrecognized SSL message")) {
            return Explanation.fatal(
                    "the port does not speak TLS",
                    "The broker answered in plain text.",
                    "Set security.protocol to PLAINTEXT or SASL_PLAINTEXT",
                    "Check the port of the bootstrap servers");
        }
        return null;
    }

    private static @org.jspecify.annotations.Nullable Explanation store(String message) {
        if (message.contains("keystore password was incorrect") || message.contains("password was incorrect")) {
            return Explanation.fatal(
                    "the password of a key store or trust store is wrong",
                    "",
                    "Check ssl.truststore.password, ssl.keystore.password and ssl.key.password");
        }
        if (message.contains("Could not find a 'KafkaClient' entry")) {
            return Explanation.fatal(
                    "sasl.jaas.config is missing",
                    "security.protocol asks for a login, and nothing says with what.",
                    "Add sasl.jaas.config to the properties of the connection");
        }
        return null;
    }
}
