package dev.surveyor.kafka.security;

import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.failure.Explanation;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SNIHostName;
import org.apache.kafka.common.config.SslConfigs;

/** Whether the names of hosts can be compared with a certificate at all. */
public final class HostNames {

    private HostNames() {}

    /**
     * Returns where one of the hosts can pass the check of a broker's certificate.
     *
     * @param hosts names or addresses, without ports
     * @param values the client's settings
     * @throws ExplainedException where Java refuses the form of every name, as it does with an underscore
     */
    public static void check(List<String> hosts, Map<String, ?> values) {
        String algorithm = StoreSettings.text(values, SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG);
        boolean compared = algorithm != null && !algorithm.isBlank();
        if (compared && !hosts.isEmpty() && hosts.stream().noneMatch(HostNames::comparable)) {
            throw new ExplainedException(
                    Explanation.fatal(
                            "the name of the host can never pass the check of the broker's certificate",
                            hosts.get(0)
                                    + " is no name that Java compares with a certificate: they have letters, digits"
                                    + " and hyphens only, so no underscore.",
                            "Use another name of the host, or its address, that the certificate has too",
                            "Only where you trust the network: set ssl.endpoint.identification.algorithm to nothing"),
                    null);
        }
    }

    /** Java asks the same question before it compares a name ({@code HostnameChecker} of the JDK). */
    private static boolean comparable(String host) {
        if (host.contains(":")) {
            return true;
        }
        try {
            return !new SNIHostName(host).getAsciiName().isEmpty();
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
