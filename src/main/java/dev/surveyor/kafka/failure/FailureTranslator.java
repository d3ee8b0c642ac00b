package dev.surveyor.kafka.failure;

import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.security.auth.login.LoginException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.jspecify.annotations.Nullable;

/**
 * The one place that turns what the clients throw into what happened, why, what to do and the details, for one
 * connection. Safe for use by any thread.
 */
public final class FailureTranslator {

    /** What is being done until there is a session. */
    public static final String CONNECTING = "connecting";

    /** The first rule that knows any throwable of the chain wins, so what says more comes first. */
    private static final List<FailureRule> RULES = Stream.of(
                    List.of(FailureRule.on(ExplainedException.class, ExplainedException::explanation)),
                    TokenRules.all(),
                    ReachabilityRules.specific(),
                    SecurityRules.all(),
                    TopicRules.all(),
                    ProducerRules.all(),
                    GroupRules.all(),
                    ClientRules.specific(),
                    ReachabilityRules.general(),
                    ClientRules.general())
            .flatMap(List::stream)
            .toList();

    /** Lines of a stack trace that was printed into a message, as logins of Java do. */
    private static final Pattern STACK = Pattern.compile("(?m)\\R[ \\t]+(?:at .+|\\.\\.\\. \\d+ .+)$");

    private static final int LONGEST_CHAIN = 20;

    private final String connection;
    private final SecretMask mask;

    /**
     * Translates for a connection.
     *
     * @param connection its name, which every failure begins with
     * @param secrets what must not show in any text
     */
    public FailureTranslator(String connection, Collection<Secret> secrets) {
        this.connection = connection;
        this.mask = new SecretMask(secrets);
    }

    /**
     * Returns the failure in words. A failure that was translated before is returned as it is.
     *
     * @param activity what was being done, to follow the word "while", for instance {@code reading topic orders};
     *     {@link #CONNECTING} is not worth a word, as nothing else is done then
     * @param thrown what a client or one of its futures threw
     */
    public BrokerFailure translate(String activity, Throwable thrown) {
        Throwable unwrapped = unwrap(thrown);
        if (unwrapped instanceof BrokerFailureException translated) {
            return translated.failure();
        }
        List<Throwable> chain = chainOf(unwrapped);
        Explanation explanation = explain(chain);
        return new BrokerFailure(
                named(explanation.what() + (activity.equals(CONNECTING) ? "" : " while " + activity) + "."),
                mask.mask(explanation.why()),
                explanation.remedies(),
                place() + mask.mask(details(activity, chain)),
                explanation.kind());
    }

    /** Returns the failure in words as the exception that ports fail with. */
    public BrokerFailureException exception(String activity, Throwable thrown) {
        Throwable unwrapped = unwrap(thrown);
        return unwrapped instanceof BrokerFailureException translated
                ? translated
                : new BrokerFailureException(translate(activity, unwrapped), unwrapped);
    }

    /**
     * Returns a failure that no exception stands behind, named for this connection like the others.
     *
     * @param what what happened, a clause without the connection
     */
    public BrokerFailure say(String what, String why, BrokerFailure.Kind kind, List<String> remedies) {
        return new BrokerFailure(named(what + "."), mask.mask(why), remedies, place(), kind);
    }

    /** The name of the connection is the user's own word, whatever it looks like: only what follows is masked. */
    private String named(String sentence) {
        return connection + ": " + mask.mask(sentence);
    }

    private String place() {
        return "Connection: " + connection;
    }

    /** Returns whether what was thrown is about a login that is granted elsewhere than by a broker. */
    public static boolean isLoginElsewhere(Throwable thrown) {
        return chainOf(thrown).stream().anyMatch(LoginException.class::isInstance);
    }

    /** Returns whether a broker refused a login. */
    public static boolean isRefusedLogin(Throwable thrown) {
        return chainOf(thrown).stream().anyMatch(SaslAuthenticationException.class::isInstance);
    }

    /** Returns whether what was thrown is about certificates: a handshake of TLS that failed. */
    public static boolean isHandshake(Throwable thrown) {
        return chainOf(thrown).stream()
                .anyMatch(one -> one instanceof SSLException || one instanceof SslAuthenticationException);
    }

    private static Explanation explain(List<Throwable> chain) {
        for (FailureRule rule : RULES) {
            for (Throwable thrown : chain) {
                Explanation explanation = rule.explain(thrown);
                if (explanation != null) {
                    return explanation;
                }
            }
        }
        Throwable first = chain.get(0);
        return Explanation.fatal(
                "something went wrong",
                first.getClass().getSimpleName() + ": " + FailureRule.messageOf(first),
                "Try again",
                "Report it with the details");
    }

    private static String details(String activity, List<Throwable> chain) {
        return chain.stream()
                .map(thrown -> "  " + STACK.matcher(thrown.toString()).replaceAll(""))
                .collect(Collectors.joining("\n  caused by\n", "\nWhile: " + activity + "\n", ""));
    }

    private static Throwable unwrap(Throwable thrown) {
        Throwable at = thrown;
        while (at instanceof CompletionException || at instanceof ExecutionException) {
            Throwable cause = at.getCause();
            if (cause == null) {
                return at;
            }
            at = cause;
        }
        return at;
    }

    private static List<Throwable> chainOf(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable at = thrown;
                at != null && seen.add(at) && chain.size() < LONGEST_CHAIN;
                at = at.getCause()) {
            chain.add(at);
        }
        return chain;
    }
}
