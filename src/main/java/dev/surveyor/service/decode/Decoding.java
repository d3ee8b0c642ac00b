package dev.surveyor.service.decode;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.DecoderChoice;
import dev.surveyor.codec.detect.DecoderChoices;
import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.codec.detect.DetectingReader;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.TopicDecoder;
import dev.surveyor.codec.schema.SchemaKey;
import dev.surveyor.codec.schema.SchemaSource;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.service.settings.Setting;
import dev.surveyor.service.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one connection are read. The choices are kept in the settings, by connection and topic. Safe for
 * use by any thread; nothing blocks, but for the patient readers.
 */
public final class Decoding implements AutoCloseable {

    private final String profileId;
    private final Settings settings;
    private final SchemaSources sources;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, DecoderChoice> choices = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Optional<String>>> headers = new ConcurrentHashMap<>();
    private final Decoders decoders;
    private final RecordReader reader;
    private volatile SchemaSources.OpenSource source;

    Decoding(String profileId, Settings settings, SchemaSources sources, List<? extends TopicDecoder> internal) {
        this.profileId = profileId;
        this.settings = settings;
        this.sources = sources;
        this.source = sources.open(null, this::changed);
        this.decoders = new Decoders(new CurrentSource(), internal, this::changed);
        this.reader = new DetectingReader(decoders, new Chosen());
    }

    /** Returns the one reader of this connection: table, inspector, filter and search see the same through it. */
    public RecordReader reader() {
        return reader;
    }

    /**
     * Returns a reader that waits for schemas, for one search or one export; to be closed at its end. Its records are
     * read on a thread that may block.
     */
    public PatientReader patientReader() {
        return new PatientReader(this, PatientReader.PATIENCE);
    }

    /** Returns all formats that can be chosen, in groups. */
    public List<Decoders.Group> groups() {
        return decoders.groups();
    }

    /** Returns what is chosen for a topic. */
    public DecoderChoice choice(String topic) {
        return choices.computeIfAbsent(topic, this::remembered);
    }

    /**
     * Chooses for a part of a topic's records, and remembers it.
     *
     * @param decoder a decoder's name or a schema file, or null to detect each record
     */
    public void choose(String topic, RecordPart part, @Nullable String decoder) {
        choices.put(topic, choice(topic).with(part, decoder));
        setting(topic, part).keep(settings, decoder);
        changed();
    }

    /** Returns what is chosen for the values of a header, null to read them by what is known of its name. */
    public @Nullable String headerChoice(String topic, String name) {
        return headers(topic)
                .computeIfAbsent(name, each -> headerSetting(topic, each).in(settings))
                .orElse(null);
    }

    /**
     * Chooses for the values of a header in the records of a topic, and remembers it.
     *
     * @param decoder a decoder's name, or null to read them by what is known of the header's name
     */
    public void chooseHeader(String topic, String name, @Nullable String decoder) {
        headers(topic).put(name, Optional.ofNullable(decoder));
        headerSetting(topic, name).keep(settings, decoder);
        changed();
    }

    /**
     * Calls the listener whenever records may read differently: a choice was made, a schema arrived.
     *
     * @return ends it
     */
    public Runnable onChange(Runnable listener) {
        Runnable own = () -> listener.run();
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** Uses the registry of the profile from now on, or none; what was fetched before is forgotten. */
    void connect(ConnectionProfile profile, Map<String, Secret> secrets) {
        SchemaSources.OpenSource before = source;
        source = sources.open(RegistrySettings.of(profile, secrets).orElse(null), this::changed);
        before.close();
        decoders.forget();
        changed();
    }

    /** Asks the registry again for what it did not have, and reads schema files anew. */
    public void refresh() {
        source.refresh();
        decoders.forget();
        changed();
    }

    @Override
    public void close() {
        source.close();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    private DecoderChoice remembered(String topic) {
        return new DecoderChoice(
                setting(topic, RecordPart.KEY).in(settings).orElse(null),
                setting(topic, RecordPart.VALUE).in(settings).orElse(null));
    }

    private Map<String, Optional<String>> headers(String topic) {
        return headers.computeIfAbsent(topic, each -> new ConcurrentHashMap<>());
    }

    private Setting<String> headerSetting(String topic, String name) {
        return Setting.ofTopicOf(profileId, "decode.header", topic + "." + name, Setting::text, text -> text);
    }

    private Setting<String> setting(String topic, RecordPart part) {
        String family = part == RecordPart.KEY ? "decode.key" : "decode.value";
        return Setting.ofTopicOf(profileId, family, topic, Setting::text, text -> text);
    }

    /** The choices as the reader asks for them. */
    private final class Chosen implements DecoderChoices {

        @Override
        public DecoderChoice of(String topic) {
            return choice(topic);
        }

        @Override
        public @Nullable String ofHeader(String topic, String name) {
            return headerChoice(topic, name);
        }

        @Override
        public boolean keysAreDetected() {
            return choices.values().stream().allMatch(choice -> choice.key() == null);
        }
    }

    /** Whatever source is open now. */
    private final class CurrentSource implements SchemaSource {

        @Override
        public boolean present() {
            return source.present();
        }

        @Override
        public Lookup find(SchemaKey key) {
            return source.find(key);
        }

        @Override
        public Lookup guess(SchemaKey key) {
            return source.guess(key);
        }
    }
}
