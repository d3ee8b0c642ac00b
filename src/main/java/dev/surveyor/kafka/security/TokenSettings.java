package dev.surveyor.kafka.security;

import dev.surveyor.kafka.failure.Explanation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.oauthbearer.DefaultJwtRetriever;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.jspecify.annotations.Nullable;

/** What a login with a bearer token needs beside its mechanism, and where it reaches out to. */
public final class TokenSettings {

    private static final String HANDLER = OAuthBearerLoginCallbackHandler.class.getName();
    private static final String UNSECURED = "unsecuredLoginStringClaim_sub";
    private static final List<String> URLS =
            List.of(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL, SaslConfigs.SASL_OAUTHBEARER_JWKS_ENDPOINT_URL);
    private static final List<String> FILES = List.of(
            SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL,
            SaslConfigs.SASL_OAUTHBEARER_ASSERTION_FILE,
            SaslConfigs.SASL_OAUTHBEARER_ASSERTION_PRIVATE_KEY_FILE,
            SaslConfigs.SASL_OAUTHBEARER_ASSERTION_TEMPLATE_FILE);

    private TokenSettings() {}

    /** Returns the addresses that the client will ask, as they are written. */
    public static List<String> urls(Map<String, ?> values) {
        return texts(values, URLS);
    }

    /** Returns the files that the client will read, as they are written. */
    public static List<String> files(Map<String, ?> values) {
        return texts(values, FILES);
    }

    private static List<String> texts(Map<String, ?> values, List<String> names) {
        return names.stream()
                .map(name -> StoreSettings.text(values, name))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns what is missing; null where the client can ask for a token. */
    static @Nullable Explanation trouble(AppConfigurationEntry login, Map<String, ?> values) {
        String endpoint = StoreSettings.text(values, SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL);
        Class<?> handler = (Class<?>) values.get(SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS);
        if (handler == null) {
            return withoutHandler(login, endpoint);
        }
        boolean own = handler.equals(OAuthBearerLoginCallbackHandler.class)
                && DefaultJwtRetriever.class.equals(values.get(SaslConfigs.SASL_OAUTHBEARER_JWT_RETRIEVER_CLASS));
        return own ? ownTrouble(login, values, endpoint) : null;
    }

    private static @Nullable Explanation withoutHandler(AppConfigurationEntry login, @Nullable String endpoint) {
        if (endpoint != null) {
            return Explanation.fatal(
                    "nothing fetches the token from the token endpoint",
                    "sasl.oauthbearer.token.endpoint.url names the endpoint, and sasl.login.callback.handler.class, which"
                            + " would ask it, is missing.",
                    "Set sasl.login.callback.handler.class to " + HANDLER);
        }
        boolean unsecured =
                login.getOptions().keySet().stream().anyMatch(option -> option.startsWith("unsecuredLogin"));
        return unsecured
                ? null
                : Explanation.fatal(
                        "nothing says where the token comes from",
                        "A login with OAUTHBEARER needs a token endpoint, or a token without protection for tests.",
                        "Set sasl.oauthbearer.token.endpoint.url, and sasl.login.callback.handler.class to " + HANDLER,
                        "For tests only: add " + UNSECURED + "=\"name\" to sasl.jaas.config");
    }

    private static @Nullable Explanation ownTrouble(
            AppConfigurationEntry login, Map<String, ?> values, @Nullable String endpoint) {
        if (endpoint == null) {
            return Explanation.fatal(
                    "the token endpoint is not set",
                    "sasl.login.callback.handler.class would ask it for a token.",
                    "Set sasl.oauthbearer.token.endpoint.url");
        }
        boolean http = endpoint.startsWith("http://") || endpoint.startsWith("https://");
        if (!http && !endpoint.startsWith("file:")) {
            return Explanation.fatal(
                    "the address of the token endpoint is none",
                    "sasl.oauthbearer.token.endpoint.url is " + endpoint + ".",
                    "Write it from https:// on, or from file: on for a token in a file");
        }
        if (!http) {
            return null;
        }
        return Stream.of(
                        credential(
                                login, values, "clientId", SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID),
                        credential(
                                login,
                                values,
                                "clientSecret",
                                SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Explanation credential(
            AppConfigurationEntry login, Map<String, ?> values, String option, String property) {
        boolean byAssertion = FILES.stream().skip(1).anyMatch(name -> StoreSettings.text(values, name) != null);
        boolean given = login.getOptions().containsKey(option) || StoreSettings.text(values, property) != null;
        return given || (byAssertion && option.equals("clientSecret"))
                ? null
                : Explanation.fatal(
                        "the token endpoint is to be asked without a " + option,
                        "Neither sasl.jaas.config nor " + property + " has it.",
                        "Add " + option + "=\"…\" to sasl.jaas.config");
    }
}
