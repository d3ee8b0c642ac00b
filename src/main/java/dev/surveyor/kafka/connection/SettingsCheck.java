package dev.surveyor.kafka.connection;

import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.client.ClientSettings;
import dev.surveyor.kafka.security.HostNames;
import dev.surveyor.kafka.security.LoginCheck;
import dev.surveyor.kafka.security.TlsCheck;
import dev.surveyor.kafka.security.TlsDoubts;
import dev.surveyor.service.connection.BootstrapServers;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * A connection's settings as they were looked at before anything is sent, for what no client could be made with or could
 * ever log in with: the clients say of that too little, or too late.
 *
 * @param values the settings as an admin client understands them; holds secrets
 * @param doubts what may be wrong although clients can be made
 */
record SettingsCheck(Map<String, ?> values, TlsDoubts doubts) {

    /** Nothing was looked at yet. */
    static final SettingsCheck NONE = new SettingsCheck(Map.of(), TlsDoubts.NONE);

    /**
     * Looks at the settings. Blocks while files are read.
     *
     * @throws dev.surveyor.kafka.failure.ExplainedException where no client can be made
     * @throws org.apache.kafka.common.config.ConfigException where a value is not one that the clients take
     */
    static SettingsCheck of(ClientSettings settings) {
        Map<String, Object> properties = settings.of(ClientKind.ADMIN, "surveyor-check");
        Map<String, ?> values = new AbstractConfig(AdminClientConfig.configDef(), properties, false).values();
        SecurityProtocol protocol = settings.securityProtocol();
        TlsDoubts doubts = TlsDoubts.NONE;
        if (protocol == SecurityProtocol.SSL || protocol == SecurityProtocol.SASL_SSL) {
            doubts = TlsCheck.check(values);
            HostNames.check(
                    settings.profile().bootstrapServers().stream()
                            .map(BootstrapServers::host)
                            .toList(),
                    values);
        }
        if (protocol == SecurityProtocol.SASL_PLAINTEXT || protocol == SecurityProtocol.SASL_SSL) {
            LoginCheck.check(values);
        }
        return new SettingsCheck(values, doubts);
    }

    /** Hides the values. */
    @Override
    public String toString() {
        return "settings of " + values.size() + " names";
    }
}
