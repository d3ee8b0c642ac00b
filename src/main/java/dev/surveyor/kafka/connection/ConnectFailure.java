package dev.surveyor.kafka.connection;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.failure.Explanation;
import dev.surveyor.kafka.failure.FailureTranslator;
import dev.surveyor.kafka.security.LoginCheck;
import dev.surveyor.kafka.security.TokenSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Why a connection failed, with what its settings add to what was thrown. */
final class ConnectFailure {

    private ConnectFailure() {}

    /** @param checked what was seen in the settings before */
    static BrokerFailureException of(ClientContext context, SettingsCheck checked, Exception failed) {
        BrokerFailure failure = context.failures().translate(FailureTranslator.CONNECTING, failed);
        if (FailureTranslator.isHandshake(failed)) {
            failure = failure.withMore(checked.doubts().warnings())
                    .withMore(checked.doubts().hints());
        } else if (FailureTranslator.isLoginElsewhere(failed)) {
            List<String> urls = TokenSettings.urls(checked.values());
            failure = urls.isEmpty() ? failure : failure.withMore(List.of("The endpoint is " + urls.get(0) + "."));
        } else if (FailureTranslator.isRefusedLogin(failed) && scramWithOtherLetters(context, checked.values())) {
            failure = context.failures()
                    .translate(FailureTranslator.CONNECTING, new ExplainedException(otherLetters(), failed));
        }
        return new BrokerFailureException(failure, failed);
    }

    private static boolean scramWithOtherLetters(ClientContext context, Map<String, ?> values) {
        return context.settings().saslMechanism().startsWith("SCRAM-")
                && LoginCheck.user(values)
                        .filter(user -> !StandardCharsets.US_ASCII.newEncoder().canEncode(user))
                        .isPresent();
    }

    /** Kafka's brokers read the first message of SCRAM by an expression of ASCII ({@code ScramMessages}). */
    private static Explanation otherLetters() {
        return Explanation.fatal(
                "a user with such a name can never log in with SCRAM",
                "The name has letters beyond ASCII: a Kafka broker lets such a user be made, and refuses each of its logins.",
                "Have a user made whose name is of ASCII letters; the password may have others",
                "Or log in with PLAIN, where the broker offers it");
    }
}
