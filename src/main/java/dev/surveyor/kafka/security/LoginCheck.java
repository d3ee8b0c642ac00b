package dev.surveyor.kafka.security;

import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.failure.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.spi.LoginModule;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.JaasContext;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the login of a connection before a client is made: the clients take a mechanism that does not exist, or a
 * login without a name, and then only time out.
 */
public final class LoginCheck {

    private static final String KAFKA = "org.apache.kafka.common.security.";
    private static final String PLAIN = KAFKA + "plain.PlainLoginModule";
    private static final String SCRAM = KAFKA + "scram.ScramLoginModule";
    private static final String TOKEN = KAFKA + "oauthbearer.OAuthBearerLoginModule";
    private static final String KERBEROS = "com.sun.security.auth.module.Krb5LoginModule";

    private static final Map<String, String> MODULES = Map.of(
            "PLAIN", PLAIN,
            "SCRAM-SHA-256", SCRAM,
            "SCRAM-SHA-512", SCRAM,
            "OAUTHBEARER", TOKEN,
            "GSSAPI", KERBEROS);

    private LoginCheck() {}

    /**
     * Returns where a client can at least try to log in.
     *
     * @param values the client's settings, parsed and with their defaults
     * @throws ExplainedException where none can
     */
    public static void check(Map<String, ?> values) {
        AppConfigurationEntry login = login(values);
        String mechanism = String.valueOf(StoreSettings.text(values, SaslConfigs.SASL_MECHANISM));
        Explanation trouble = moduleTrouble(login.getLoginModuleName(), mechanism);
        if (trouble == null) {
            trouble = mechanismTrouble(login.getLoginModuleName(), mechanism);
        }
        if (trouble == null) {
            trouble = nameTrouble(login, values);
        }
        if (trouble == null && mechanism.equals("OAUTHBEARER")) {
            trouble = TokenSettings.trouble(login, values);
            checkTlsOf(login);
        }
        if (trouble != null) {
            throw new ExplainedException(trouble, null);
        }
    }

    /** The client looks for the trust store of a token endpoint among the options of the login module. */
    private static void checkTlsOf(AppConfigurationEntry login) {
        if (login.getOptions().keySet().stream().anyMatch(option -> option.startsWith("ssl."))) {
            TlsDoubts unused = TlsCheck.check(
                    new AbstractConfig(new ConfigDef().withClientSslSupport(), login.getOptions(), false).values());
        }
    }

    /** Returns the user that a login names; empty where it names none, or cannot be read. */
    public static Optional<String> user(Map<String, ?> values) {
        try {
            Object user = login(values).getOptions().get("username");
            return Optional.ofNullable(user).map(Object::toString);
        } catch (ExplainedException unreadable) {
            return Optional.empty();
        }
    }

    private static AppConfigurationEntry login(Map<String, ?> values) {
        try {
            List<AppConfigurationEntry> entries =
                    JaasContext.loadClientContext(values).configurationEntries();
            return entries.get(0);
        } catch (RuntimeException refused) {
            String text = StoreSettings.text(values, SaslConfigs.SASL_JAAS_CONFIG);
            Explanation trouble = text == null ? missing(values) : JaasTrouble.in(text);
            throw new ExplainedException(
                    trouble != null
                            ? trouble
                            : Explanation.fatal(
                                    "sasl.jaas.config is refused",
                                    "The Kafka client says: " + refused.getMessage() + ".",
                                    "Correct sasl.jaas.config"),
                    refused);
        }
    }

    private static Explanation missing(Map<String, ?> values) {
        String mechanism = String.valueOf(StoreSettings.text(values, SaslConfigs.SASL_MECHANISM));
        String module = MODULES.getOrDefault(mechanism, PLAIN);
        String options = module.equals(TOKEN)
                ? " clientId=\"…\" clientSecret=\"…\";"
                : module.equals(KERBEROS) ? " …;" : " username=\"…\" password=\"…\";";
        return Explanation.fatal(
                "sasl.jaas.config is missing",
                "security.protocol asks for a login (" + mechanism + "), and nothing says with what.",
                "Add sasl.jaas.config: " + module + " required" + options);
    }

    private static @Nullable Explanation moduleTrouble(String module, String mechanism) {
        String right = MODULES.get(mechanism);
        String advice = right == null
                ? "Use a module of the Kafka client"
                : "For " + mechanism + " write " + right + " in sasl.jaas.config";
        try {
            Class<?> found = Class.forName(module, false, LoginCheck.class.getClassLoader());
            if (LoginModule.class.isAssignableFrom(found)) {
                boolean other =
                        (module.equals(PLAIN) || module.equals(TOKEN)) && right != null && !right.equals(module);
                return other
                        ? Explanation.fatal(
                                "the login module is not the one for " + mechanism,
                                "sasl.jaas.config names " + module + ".",
                                advice,
                                "Or set sasl.mechanism to the one of that module")
                        : null;
            }
            return Explanation.fatal(
                    "the class " + module + " is no login module", "sasl.jaas.config begins with it.", advice);
        } catch (ClassNotFoundException | LinkageError missing) {
            return Explanation.fatal(
                    "the login module " + module + " is not there",
                    "sasl.jaas.config names it; Surveyor has the modules of the Kafka client and of Java.",
                    advice);
        }
    }

    private static @Nullable Explanation mechanismTrouble(String module, String mechanism) {
        if (MODULES.containsKey(mechanism) || !MODULES.containsValue(module)) {
            return null;
        }
        String upper = mechanism.toUpperCase(Locale.ROOT).strip();
        return Explanation.fatal(
                "there is no SASL mechanism called " + mechanism,
                "The Kafka client knows GSSAPI, OAUTHBEARER, PLAIN, SCRAM-SHA-256 and SCRAM-SHA-512, in capitals.",
                MODULES.containsKey(upper)
                        ? "Set sasl.mechanism to " + upper
                        : "Set sasl.mechanism to the one that the broker offers");
    }

    private static @Nullable Explanation nameTrouble(AppConfigurationEntry login, Map<String, ?> values) {
        boolean named = List.of(PLAIN, SCRAM).contains(login.getLoginModuleName());
        if (!named || values.get(SaslConfigs.SASL_CLIENT_CALLBACK_HANDLER_CLASS) != null) {
            return null;
        }
        for (String option : List.of("username", "password")) {
            Object value = login.getOptions().get(option);
            if (value == null || value.toString().isEmpty()) {
                return Explanation.fatal(
                        "sasl.jaas.config has no " + option,
                        "The client would never get as far as to send a login.",
                        "Add " + option + "=\"…\" before the semicolon of sasl.jaas.config");
            }
        }
        return null;
    }
}
