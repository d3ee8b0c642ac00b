package dev.surveyor.kafka.failure;

import static dev.surveyor.kafka.failure.FailureRule.on;

import dev.surveyor.domain.failure.BrokerFailure.Kind;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.FencedLeaderEpochException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.ThrottlingQuotaExceededException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.errors.WakeupException;

/** The client itself: its settings, its end, and whatever no other rule knows. */
final class ClientRules {

    private static final Pattern MISSING_CLASS =
            Pattern.compile("for configuration (\\S+): Class (\\S+) could not be found");
    private static final String TOKEN_PACKAGE = "org.apache.kafka.common.security.oauthbearer.";
    private static final String REPORT = "Report it with the details";

    private ClientRules() {}

    /** Settings, versions, and a client that was stopped. */
    static List<FailureRule> specific() {
        return List.of(
                on(
                        ConfigException.class,
                        message -> MISSING_CLASS.matcher(message).find(),
                        e -> missingClass(FailureRule.messageOf(e))),
                on(
                        ConfigException.class,
                        e -> Explanation.fatal(
                                "a client property is wrong",
                                FailureRule.quoted(e, ""),
                                "Correct the property of the connection or of this client")),
                on(
                        UnsupportedVersionException.class,
                        message -> message.contains("METADATA"),
                        e -> Explanation.fatal(
                                "this is the port of a controller",
                                "It answers as Kafka but knows no topics.",
                                "Use the port of a broker's listener")),
                on(
                        UnsupportedVersionException.class,
                        e -> Explanation.fatal(
                                "the brokers are too old for this, or the feature is switched off",
                                FailureRule.quoted(e, ""),
                                "Check the release of the brokers and their features")),
                on(
                        InvalidConfigurationException.class,
                        e -> Explanation.fatal(
                                "a setting was refused", FailureRule.quoted(e, ""), "Correct the setting")),
                on(InterruptException.class, e -> ended("the client was interrupted")),
                on(InterruptedException.class, e -> ended("the client was interrupted")),
                on(WakeupException.class, e -> ended("the client was stopped")),
                on(CancellationException.class, e -> ended("it was cancelled")),
                on(
                        IllegalStateException.class,
                        message -> message.contains("closed"),
                        e -> ended("the client is closed")),
                on(
                        KafkaException.class,
                        message -> message.contains("closed forcefully") || message.contains("is closed"),
                        e -> ended("the client was closed before it was done")),
                on(
                        IllegalStateException.class,
                        message -> message.contains("No current assignment"),
                        e -> Explanation.fatal(
                                "the partition is not assigned to this consumer",
                                FailureRule.quoted(e, ""),
                                "Choose a partition that the consumer reads",
                                "Wait for the rebalance to end")),
                on(
                        ThrottlingQuotaExceededException.class,
                        e -> Explanation.retriable(
                                "a quota of the cluster is used up", FailureRule.quoted(e, ""), "Try again later")),
                on(
                        FencedLeaderEpochException.class,
                        e -> Explanation.retriable(
                                "the partition's leader has moved", "", "Wait: the client tries again by itself")));
    }

    /** For want of anything better in the chain. */
    static List<FailureRule> general() {
        return List.of(
                on(
                        InvalidRequestException.class,
                        e -> Explanation.fatal("the broker refused the request", FailureRule.quoted(e, ""), REPORT)),
                on(
                        RetriableException.class,
                        e -> Explanation.retriable(
                                "the cluster could not do it just now", FailureRule.quoted(e, ""), "Try again")),
                on(
                        KafkaException.class,
                        e -> Explanation.fatal("the Kafka client failed", FailureRule.quoted(e, ""), REPORT)),
                on(
                        OutOfMemoryError.class,
                        e -> Explanation.fatal(
                                "memory ran out",
                                "A record or a batch was larger than what is left.",
                                "Lower the buffer limits of the tables",
                                "Start with a larger heap")));
    }

    private static Explanation missingClass(String message) {
        Matcher found = MISSING_CLASS.matcher(message);
        boolean matched = found.find();
        String name = matched ? found.group(2) : message;
        String property = matched ? found.group(1) : "the property";
        boolean moved = name.startsWith(TOKEN_PACKAGE + "secured.");
        return Explanation.fatal(
                "the class " + name + " is not there",
                property + " names it; Surveyor has the classes of the Kafka client and of Java.",
                moved
                        ? "Write " + TOKEN_PACKAGE + name.substring(name.lastIndexOf('.') + 1)
                                + ", as it is called since Kafka 4.0"
                        : "Correct " + property + ", or remove it");
    }

    private static Explanation ended(String what) {
        return new Explanation(what, "", Kind.FATAL, List.of("Start it again"));
    }
}
