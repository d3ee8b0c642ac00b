package dev.surveyor.codec.detect;

import dev.surveyor.codec.Base64Text;
import dev.surveyor.codec.Hex;
import dev.surveyor.codec.binary.CborDecoder;
import dev.surveyor.codec.binary.MessagePackDecoder;
import dev.surveyor.codec.binary.SmileDecoder;
import dev.surveyor.codec.format.CharsetDecoder;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.FixedWidth.Order;
import dev.surveyor.codec.format.FractionDecoder;
import dev.surveyor.codec.format.JsonDecoder;
import dev.surveyor.codec.format.RawDecoder;
import dev.surveyor.codec.format.TextDecoder;
import dev.surveyor.codec.format.TopicDecoder;
import dev.surveyor.codec.format.UuidDecoder;
import dev.surveyor.codec.format.WholeNumberDecoder;
import dev.surveyor.codec.format.XmlDecoder;
import dev.surveyor.codec.pack.Compressed;
import dev.surveyor.codec.programs.ProgramTopics;
import dev.surveyor.codec.schema.AvroFileDecoder;
import dev.surveyor.codec.schema.Guessing;
import dev.surveyor.codec.schema.SchemaFile;
import dev.surveyor.codec.schema.SchemaFileDecoder;
import dev.surveyor.codec.schema.SchemaSource;
import dev.surveyor.codec.schema.WireFormat;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All formats that a person can pick, in groups, and the way to find the one that bytes show. */
public final class Decoders {

    private static final List<String> CHARSETS = List.of(
            "ISO-8859-1",
            "windows-1252",
            "UTF-16LE",
            "UTF-16BE",
            "Shift_JIS",
            "GB18030",
            "EUC-JP",
            "EUC-KR",
            "Big5",
            "windows-1251",
            "KOI8-R",
            "ISO-8859-2",
            "ISO-8859-15",
            "IBM037",
            "IBM500");

    /** Between a wrapper and what is inside of it: {@code Streams windowed key of Int64}. */
    private static final String OF = " of ";

    private final SchemaSource schemas;
    private final List<Group> groups;
    private final Detection detection;
    private final Guessing guessing;
    private final Decoder registry;

    /**
     * Decoders that belong together in a menu.
     *
     * @param label what they are: {@code Numbers}
     */
    public record Group(String label, List<Decoder> decoders) {
        public Group {
            decoders = List.copyOf(decoders);
        }
    }

    /**
     * Makes the decoders of a connection.
     *
     * @param schemas where schemas come from
     * @param internal reads the records of Kafka's own topics, each decoder those that it knows
     */
    public Decoders(SchemaSource schemas, List<? extends TopicDecoder> internal) {
        this(schemas, internal, () -> {});
    }

    /**
     * Makes the decoders of a connection whose records may read differently when more of them were seen.
     *
     * @param changed called when they do, on any thread
     */
    public Decoders(SchemaSource schemas, List<? extends TopicDecoder> internal, Runnable changed) {
        this.schemas = schemas;
        this.guessing = new Guessing(changed);
        WireFormat wire = new WireFormat(schemas);
        this.registry = wire;
        Decoder json = new JsonDecoder();
        Decoder xml = new XmlDecoder();
        Decoder utf8 = new TextDecoder();
        Decoder messagePack = new MessagePackDecoder();
        Decoder cbor = new CborDecoder();
        Decoder smile = new SmileDecoder();
        Decoder avroFile = new AvroFileDecoder();
        this.detection = new Detection(
                wire.detecting(guessing),
                schemas,
                json,
                xml,
                utf8,
                messagePack,
                cbor,
                smile,
                avroFile,
                numbers(),
                internal);
        List<Decoder> compressed = new ArrayList<>(Compressed.marked(detection::inside));
        compressed.set(compressed.size() - 1, Compressed.bareSnappy(detection::inside));
        List<Decoder> raw = List.of(
                new RawDecoder("Hex", bytes -> Hex.spaced(bytes, bytes.length())),
                new RawDecoder(
                        "Base64", bytes -> Base64Text.of(bytes, bytes.length()).text()));
        this.groups = List.of(
                new Group("Text", texts(utf8, json, xml)),
                new Group("Numbers", numbers()),
                new Group("Binary", List.of(registry, avroFile, messagePack, cbor, smile)),
                new Group("Compressed", compressed),
                new Group("Raw bytes", raw),
                new Group("Kafka's own", List.copyOf(internal)),
                new Group("Connect, MirrorMaker", List.copyOf(ProgramTopics.connect())),
                new Group("Kafka Streams", List.copyOf(ProgramTopics.streams(detection::inside))));
    }

    /** Returns the groups in the order of a menu; none is empty. */
    public List<Group> groups() {
        return groups.stream().filter(group -> !group.decoders().isEmpty()).toList();
    }

    /** Returns the decoder of a remembered choice; empty where there is none of that name. */
    public Optional<Decoder> named(String choice) {
        return groups.stream()
                .flatMap(group -> group.decoders().stream())
                .filter(decoder -> decoder.name().equals(choice))
                .findFirst()
                .or(() -> wrapped(choice))
                .or(() -> SchemaFile.parse(choice).map(file -> new SchemaFileDecoder(file, schemas)));
    }

    /** Returns the name of a choice: a wrapper of Kafka Streams, and how to read what is inside of it. */
    public static String wrapped(String wrapper, String inside) {
        return wrapper + OF + inside;
    }

    /** Returns the name of the wrapper of Kafka Streams that a decoder or a choice is, null for none. */
    public static @Nullable String wrapper(String choice) {
        return ProgramTopics.streams(inside -> new Decoded.Failed("")).stream()
                .map(Decoder::name)
                .filter(name -> choice.equals(name) || choice.startsWith(name + OF))
                .findFirst()
                .orElse(null);
    }

    /** Returns how a choice reads what is inside of a wrapper, null where it is detected. */
    public static @Nullable String insideOf(String choice) {
        String wrapper = wrapper(choice);
        return wrapper == null || wrapper.equals(choice) ? null : choice.substring(wrapper.length() + OF.length());
    }

    private Optional<Decoder> wrapped(String choice) {
        int at = choice.indexOf(OF);
        return at < 0
                ? Optional.empty()
                : named(choice.substring(at + OF.length()))
                        .flatMap(inside -> ProgramTopics.streams(inside::decode).stream()
                                .filter(wrapper -> wrapper.name().equals(choice.substring(0, at)))
                                .map(Decoder.class::cast)
                                .findFirst());
    }

    /** Forgets what the records seen so far have shown of those beside them. */
    public void forget() {
        guessing.forget();
    }

    /** Returns whether there is a schema registry. */
    boolean schemas() {
        return schemas.present();
    }

    /** Returns the decoder of payloads of which it is known that a registry has their schema. */
    Decoder registry() {
        return registry;
    }

    /** Returns whether a remembered choice reads by a schema, of which no bytes may be a value. */
    boolean bySchema(String choice) {
        return choice.equals(registry.name()) || SchemaFile.parse(choice).isPresent();
    }

    /** Returns what finds the format of bytes by themselves. */
    Detection detection() {
        return detection;
    }

    private static List<Decoder> texts(Decoder utf8, Decoder json, Decoder xml) {
        Stream<Decoder> charsets =
                CHARSETS.stream().filter(Charset::isSupported).map(name -> new CharsetDecoder(Charset.forName(name)));
        return Stream.concat(Stream.of(utf8, json, xml), charsets).toList();
    }

    private static List<Decoder> numbers() {
        List<Decoder> numbers = new ArrayList<>();
        for (int width : new int[] {8, 4, 2, 1}) {
            for (Order order : width == 1 ? new Order[] {Order.BIG_ENDIAN} : Order.values()) {
                numbers.add(new WholeNumberDecoder(width, true, order));
                numbers.add(new WholeNumberDecoder(width, false, order));
            }
        }
        for (int width : new int[] {8, 4}) {
            for (Order order : Order.values()) {
                numbers.add(new FractionDecoder(width, order));
            }
        }
        numbers.add(new UuidDecoder());
        return List.copyOf(numbers);
    }
}
