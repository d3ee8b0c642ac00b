package dev.surveyor.service.decode;

import dev.surveyor.codec.format.TopicDecoder;
import dev.surveyor.service.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How the records of every connection are read, one {@link Decoding} for each profile. Safe for use by any thread. */
public final class Decodings implements AutoCloseable {

    private final Settings settings;
    private final SchemaSources sources;
    private final List<TopicDecoder> internal;
    private final Map<String, Decoding> byProfile = new ConcurrentHashMap<>();

    /** @param internal reads the records of Kafka's own topics */
    public Decodings(Settings settings, SchemaSources sources, List<? extends TopicDecoder> internal) {
        this.settings = settings;
        this.sources = sources;
        this.internal = List.copyOf(internal);
    }

    /** Returns one that has no schemas and forgets its choices, for records without a connection. */
    public static Decoding unremembered() {
        return new Decoding("", new Forgetful(), SchemaSources.NONE, List.of());
    }

    /** Returns how the records of a profile's connection are read, connected or not. */
    public Decoding of(String profileId) {
        return byProfile.computeIfAbsent(profileId, id -> new Decoding(id, settings, sources, internal));
    }

    @Override
    public void close() {
        byProfile.values().forEach(Decoding::close);
    }

    /** Settings that are never written. */
    private static final class Forgetful implements Settings {
        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, String text) {}

        @Override
        public void remove(String key) {}
    }
}
