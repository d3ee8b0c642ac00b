package dev.surveyor.kafka.security;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.internals.BrokerSecurityConfigs;

/**
 * Allows the Kafka client to ask exactly those token endpoints, and to read those files, that connections in use name.
 * Since 4.0 it refuses all others (KIP-1139), by two system properties of the whole process; what was allowed on the
 * command line stays allowed. Safe for use by any thread.
 */
public final class AllowedResources {

    private final Allowed urls = new Allowed(BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_URLS_CONFIG);
    private final Allowed files = new Allowed(BrokerSecurityConfigs.ALLOWED_SASL_OAUTHBEARER_FILES_CONFIG);

    /**
     * Allows more.
     *
     * @param moreUrls addresses, as the settings of a connection write them
     * @param moreFiles paths, as they write them
     * @return takes it back; to be called once
     */
    public Runnable allow(List<String> moreUrls, List<String> moreFiles) {
        urls.add(moreUrls);
        files.add(moreFiles);
        return () -> {
            urls.remove(moreUrls);
            files.remove(moreFiles);
        };
    }

    /** One of the two properties: what it said at first, and what is named now, once for each connection. */
    private static final class Allowed {

        private final String property;
        private final String atFirst;
        private final List<String> named = new ArrayList<>();

        Allowed(String property) {
            this.property = property;
            this.atFirst = System.getProperty(property, "");
        }

        synchronized void add(List<String> more) {
            named.addAll(more);
            write();
        }

        synchronized void remove(List<String> gone) {
            gone.forEach(named::remove);
            write();
        }

        private void write() {
            Set<String> all = new LinkedHashSet<>();
            if (!atFirst.isBlank()) {
                all.add(atFirst);
            }
            all.addAll(named);
            if (all.isEmpty()) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, String.join(",", all));
            }
        }
    }
}
