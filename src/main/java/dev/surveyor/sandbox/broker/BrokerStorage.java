package dev.surveyor.sandbox.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Formats the storage of a broker that is its own controller, as {@code kafka-storage.sh format} does. That tool is not
 * called itself, because reading its own command line takes it longer than the formatting. The classes are called by
 * name because they are on the class path at run time only.
 */
final class BrokerStorage {

    private final Properties settings;

    BrokerStorage(Properties settings) {
        this.settings = settings;
    }

    /** Returns whether it was formatted before. */
    boolean isFormatted() {
        return Files.exists(Path.of(folder(), "meta.properties"));
    }

    /** Formats it for the newest release of the metadata, with all features that the release turns on. */
    void format(String clusterId) throws ReflectiveOperationException {
        Class<?> type = Class.forName("org.apache.kafka.metadata.storage.Formatter");
        Class<?> release = Class.forName("org.apache.kafka.server.common.MetadataVersion");
        Class<?> feature = Class.forName("org.apache.kafka.server.common.Feature");
        Object formatter = type.getConstructor().newInstance();
        type.getMethod("setClusterId", String.class).invoke(formatter, clusterId);
        type.getMethod("setNodeId", int.class).invoke(formatter, Integer.parseInt(settings.getProperty("node.id")));
        type.getMethod("addDirectory", String.class).invoke(formatter, folder());
        type.getMethod("setMetadataLogDirectory", String.class).invoke(formatter, folder());
        type.getMethod("setControllerListenerName", String.class)
                .invoke(formatter, settings.getProperty("controller.listener.names"));
        type.getMethod("setReleaseVersion", release)
                .invoke(formatter, release.getMethod("latestProduction").invoke(null));
        type.getMethod("setSupportedFeatures", List.class)
                .invoke(formatter, feature.getField("PRODUCTION_FEATURES").get(null));
        type.getMethod("setIgnoreFormatted", boolean.class).invoke(formatter, true);
        type.getMethod("run").invoke(formatter);
    }

    private String folder() {
        return settings.getProperty("log.dirs");
    }
}
