package dev.surveyor.kafka.failure;

import static dev.surveyor.kafka.failure.FailureRule.messageOf;
import static dev.surveyor.kafka.failure.FailureRule.on;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.login.LoginException;

/**
 * Logins that fail before a broker is asked: at a token endpoint, or in a module of Java. Java prints what lies below
 * into the message of its exception, so that the text alone tells causes apart.
 */
final class TokenRules {

    private static final Pattern ANSWER =
            Pattern.compile("response code (\\d{3}) and error (?:response|message) \\{(.*?)\\} was encountered");
    private static final Pattern CLASS_NAMES = Pattern.compile("^(?:(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error): )+");
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_OF_SERVER = 500;

    private static final String CHECK_URL = "Check sasl.oauthbearer.token.endpoint.url";

    private TokenRules() {}

    static List<FailureRule> all() {
        return List.of(on(LoginException.class, e -> explain(messageOf(e))));
    }

    private static Explanation explain(String message) {
        Matcher answer = ANSWER.matcher(message);
        if (answer.find()) {
            return answered(Integer.parseInt(answer.group(1)), answer.group(2).strip());
        }
        if (message.contains("java.net.UnknownHostException")) {
            return Explanation.fatal(
                    "the host of the token endpoint was not found",
                    "No name server that this machine asks knows it: " + firstLine(message) + ".",
                    CHECK_URL,
                    "Check whether a VPN is needed");
        }
        if (message.contains("java.net.ConnectException") || message.contains("java.net.NoRouteToHostException")) {
            return Explanation.retriable(
                    "the token endpoint cannot be reached",
                    firstLine(message) + ".",
                    "Check that the server of the token endpoint runs",
                    CHECK_URL);
        }
        if (message.contains("java.net.SocketTimeoutException")) {
            return Explanation.retriable(
                    "the token endpoint did not answer in time",
                    firstLine(message) + ".",
                    "Try again",
                    CHECK_URL + ": an address with https:// does not answer as http://, nor the other way round",
                    "Raise sasl.login.read.timeout.ms");
        }
        if (message.contains("javax.net.ssl.")) {
            return tls(message);
        }
        if (message.contains("JsonParseException") || message.contains("did not contain a valid JWT")) {
            return Explanation.fatal(
                    "the token endpoint answered with something that is no token",
                    firstLine(message) + ".",
                    CHECK_URL + ": it ends with /token at most providers");
        }
        if (message.contains("Malformed JWT")) {
            return Explanation.fatal(
                    "the token endpoint granted a token that is no JWT",
                    "The Kafka client takes tokens of three parts with dots between them.",
                    "Have the provider grant a JWT rather than an opaque token");
        }
        return Explanation.fatal(
                "the login failed before a broker was asked",
                firstLine(message) + ".",
                "Correct sasl.jaas.config and the properties that begin with sasl.");
    }

    private static Explanation answered(int code, String said) {
        String why = "It answered " + code + (said.isEmpty() ? "." : ": " + said + ".");
        if (code == UNAUTHORISED || code == FORBIDDEN) {
            return Explanation.fatal(
                    "the token endpoint refused the client id or its secret",
                    why,
                    "Check clientId and clientSecret in sasl.jaas.config, capitals and spaces included");
        }
        if (code == NOT_FOUND) {
            return Explanation.fatal("there is no token endpoint at that address", why, CHECK_URL);
        }
        return code >= FIRST_OF_SERVER
                ? Explanation.retriable("the token endpoint failed", why, "Try again", "Tell who runs it")
                : Explanation.fatal(
                        "the token endpoint refused the request",
                        why,
                        "Check clientId, clientSecret and scope in sasl.jaas.config",
                        CHECK_URL);
    }

    private static Explanation tls(String message) {
        boolean plain = message.contains("Unsupported or unrecognized SSL message");
        return Explanation.fatal(
                plain ? "the token endpoint does not speak TLS" : "the TLS connection to the token endpoint failed",
                firstLine(message) + ".",
                plain
                        ? "Write the address of the token endpoint with http://"
                        : "Add ssl.truststore.location=\"…\" and its type to sasl.jaas.config: the client looks for it there",
                CHECK_URL);
    }

    /** Returns what lies deepest in a chain that was printed into one line, without the names of classes. */
    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse(message).strip();
        String bare = CLASS_NAMES.matcher(line).replaceFirst("");
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
