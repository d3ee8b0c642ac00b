package dev.surveyor.kafka.connection;

import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.client.ClientSettings;
import dev.surveyor.kafka.security.TlsCheck;
import dev.surveyor.kafka.security.TlsDoubts;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * Looks at a connection's settings before anything is sent, for what no client could be made with or could ever log in
 * with: the clients say of that too little, or too late.
 */
final class SettingsCheck {

    private SettingsCheck() {}

    /**
     * Returns what may be wrong although clients can be made. Blocks while files are read.
     *
     * @throws dev.surveyor.kafka.failure.ExplainedException where none can
     * @throws org.apache.kafka.common.config.ConfigException where a value is not one that the clients take
     */
    static TlsDoubts check(ClientSettings settings) {
        Map<String, Object> properties = settings.of(ClientKind.ADMIN, "surveyor-check");
        Map<String, ?> values = new AbstractConfig(AdminClientConfig.configDef(), properties, false).values();
        SecurityProtocol protocol = settings.securityProtocol();
        boolean tls = protocol == SecurityProtocol.SSL || protocol == SecurityProtocol.SASL_SSL;
        return tls ? TlsCheck.check(values) : TlsDoubts.NONE;
    }
}
