package dev.surveyor.kafka.connection;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.jspecify.annotations.Nullable;

/**
 * The release of a cluster, as its finalised {@code metadata.version} tells it. Brokers may be newer than that: nothing
 * in the protocol says how much.
 */
final class KafkaRelease {

    private static final String METADATA_VERSION = "metadata.version";

    /** The first feature level of each release. */
    private static final NavigableMap<Integer, String> RELEASES = new TreeMap<>(Map.ofEntries(
            Map.entry(7, "3.3"),
            Map.entry(8, "3.4"),
            Map.entry(9, "3.5"),
            Map.entry(12, "3.6"),
            Map.entry(15, "3.7"),
            Map.entry(20, "3.8"),
            Map.entry(21, "3.9"),
            Map.entry(22, "4.0"),
            Map.entry(26, "4.1"),
            Map.entry(28, "4.2"),
            Map.entry(30, "4.3"),
            Map.entry(31, "4.4"),
            Map.entry(34, "4.5")));

    private KafkaRelease() {}

    /** Returns for instance {@code 4.4}, or null where the cluster does not say. */
    static @Nullable String of(FeatureMetadata features) {
        FinalizedVersionRange level = features.finalizedFeatures().get(METADATA_VERSION);
        if (level == null) {
            return null;
        }
        Map.Entry<Integer, String> release = RELEASES.floorEntry((int) level.maxVersionLevel());
        return release == null ? null : release.getValue();
    }
}
