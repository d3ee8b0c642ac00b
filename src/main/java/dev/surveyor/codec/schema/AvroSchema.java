package dev.surveyor.codec.schema;

import dev.surveyor.codec.Json;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Aside;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.codec.format.View;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.NameValidator;
import org.jspecify.annotations.Nullable;

/** A schema of Apache Avro. */
final class AvroSchema implements Schema {

    private final String title;
    private final org.apache.avro.Schema schema;

    AvroSchema(String title, org.apache.avro.Schema schema) {
        this.title = title;
        this.schema = schema;
    }

    static AvroSchema of(SchemaText text) {
        org.apache.avro.Schema.Parser parser = parser();
        for (SchemaText.Reference reference : text.references()) {
            org.apache.avro.Schema unused = parser.parse(reference.text());
        }
        return new AvroSchema(text.title(), parser.parse(text.text()));
    }

    /** Whoever wrote the records was free in the names; they are only shown here. */
    static org.apache.avro.Schema.Parser parser() {
        org.apache.avro.Schema.Parser parser = new org.apache.avro.Schema.Parser(NameValidator.NO_VALIDATION);
        parser.setValidateDefaults(false);
        return parser;
    }

    @Override
    public SchemaFormat format() {
        return SchemaFormat.AVRO;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        List<org.apache.avro.Schema> all =
                schema.getType() == org.apache.avro.Schema.Type.UNION ? schema.getTypes() : List.of(schema);
        for (org.apache.avro.Schema one : all) {
            names.add(one.getFullName());
            names.add(one.getName());
        }
        return names;
    }

    @Override
    public boolean takesAnything() {
        return schema.getType() == org.apache.avro.Schema.Type.BYTES;
    }

    @Override
    public Decoded decodeFramed(Input body, MessageMark mark) {
        Decoded json = mark instanceof MessageMark.Named named && named.json() ? json(body) : null;
        return json == null ? decodeWhole(body) : json;
    }

    @Override
    public Decoded decodeWhole(Input input) {
        try {
            Decoded.Read read = read(input);
            return read.because("Avro · " + title);
        } catch (UndecodableException broken) {
            Decoded json = json(input);
            return json == null ? new Decoded.Failed("not Avro of " + title + ": " + broken.reason()) : json;
        }
    }

    private Decoded.Read read(Input input) {
        ByteReader in = new ByteReader(input.bytes());
        AvroValues values = new AvroValues(input.meant());
        return switch (schema.getType()) {
            case STRING -> text(in);
            case BYTES -> bytes(input, values);
            default ->
                offering(values, BoundedJsonWriter.document(input.maxBytes(), out -> {
                    new AvroWalk(in, out, values).value(schema);
                    expectEnd(in);
                }));
        };
    }

    static Decoded.Read offering(AvroValues values, Decoded.Read read) {
        return values.hadMeaning() ? read.knowing(Aside.NONE.offering(View.STORED)) : read;
    }

    /** A lone string is a text and not JSON, so that a key reads as it was meant. */
    private static Decoded.Read text(ByteReader in) {
        Slice text = in.take(in.zigzag());
        expectEnd(in);
        return new Decoded.Read(text, Decoded.Syntax.PLAIN, true, "", null);
    }

    /**
     * Lone bytes: an Avro library writes their length before them, Confluent's serializer nothing
     * ({@code AbstractKafkaAvroSerializer}). Which of them it was is told by whether a length there fits to the end.
     */
    private Decoded.Read bytes(Input input, AvroValues values) {
        Slice bytes = input.bytes();
        boolean counted = false;
        try {
            ByteReader in = new ByteReader(bytes);
            Slice rest = in.take(in.zigzag());
            counted = in.left() == 0;
            bytes = counted ? rest : bytes;
        } catch (UndecodableException noLength) {
            counted = false;
        }
        Slice content = bytes;
        Decoded.Read read = BoundedJsonWriter.document(input.maxBytes(), out -> values.bytes(schema, content, out));
        return offering(values, read.because(counted ? "bytes behind their length" : "bytes as they are"));
    }

    /** Serializers of Apicurio write JSON where they are told to; null where it is something else. */
    private @Nullable Decoded json(Input input) {
        Slice bytes = input.bytes();
        if (input.onlyBeginning() ? !Json.looksLike(bytes) : bytes.isEmpty() || !Json.valid(bytes)) {
            return null;
        }
        String detail = "Avro in JSON · " + title;
        Decoded.Read asItIs =
                new Decoded.Read(bytes, Decoded.Syntax.JSON, true, detail, null, Aside.NONE.offering(View.STORED));
        if (!input.meant() || input.onlyBeginning()) {
            return asItIs;
        }
        try {
            Decoded.Read read = read(input.with(AvroJson.binary(schema, bytes)));
            return read.because(detail).knowing(Aside.NONE.offering(View.STORED));
        } catch (UndecodableException other) {
            return asItIs.knowing(
                    Aside.note("JSON, but not as the schema has it (" + other.reason() + "): shown as it is"));
        }
    }

    private static void expectEnd(ByteReader in) {
        if (in.left() > 0) {
            throw new UndecodableException(in.left() + " bytes are left over after the value");
        }
    }
}
