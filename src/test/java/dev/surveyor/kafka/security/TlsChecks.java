package dev.surveyor.kafka.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.failure.FailureTranslator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.AbstractConfig;

/** Looks at settings as {@link TlsCheck} does before a client is made. */
final class TlsChecks {

    private TlsChecks() {}

    /** Returns what may be wrong with these settings. */
    static TlsDoubts check(String... namesAndValues) {
        Map<String, Object> properties = new HashMap<>(Map.of("bootstrap.servers", "localhost:9093"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return TlsCheck.check(new AbstractConfig(AdminClientConfig.configDef(), properties, false).values());
    }

    /** Returns why these settings are refused, in words for the user. */
    static BrokerFailure refused(String... namesAndValues) {
        ExplainedException thrown = catchThrowableOfType(ExplainedException.class, () -> check(namesAndValues));
        assertThat(thrown).as("is refused").isNotNull();
        return new FailureTranslator("test", List.of()).translate(FailureTranslator.CONNECTING, thrown);
    }
}
