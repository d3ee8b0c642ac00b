package dev.surveyor.codec.schema;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.JsonBytes;
import dev.surveyor.codec.format.UndecodableException;
import org.apache.avro.NameValidator;

/** A schema of Apache Avro. */
final class AvroSchema implements Schema {

    private final String title;
    private final org.apache.avro.Schema schema;

    private AvroSchema(String title, org.apache.avro.Schema schema) {
        this.title = title;
        this.schema = schema;
    }

    static AvroSchema of(SchemaText text) {
        // Whoever wrote the records was free in the names; they are only shown here.
        org.apache.avro.Schema.Parser parser = new org.apache.avro.Schema.Parser(NameValidator.NO_VALIDATION);
        parser.setValidateDefaults(false);
        for (SchemaText.Reference reference : text.references()) {
            org.apache.avro.Schema unused = parser.parse(reference.text());
        }
        return new AvroSchema(text.title(), parser.parse(text.text()));
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
    public Decoded decodeFramed(Input body, byte[] indexes) {
        return decodeWhole(body);
    }

    @Override
    public Decoded decodeWhole(Input input) {
        try {
            ByteReader in = new ByteReader(input.bytes());
            if (schema.getType() == org.apache.avro.Schema.Type.STRING) {
                return text(in).because("Avro · " + title);
            }
            Decoded.Read read = JsonBytes.document(input.maxBytes(), out -> {
                new AvroWalk(in, out).value(schema);
                expectEnd(in);
            });
            return read.because("Avro · " + title);
        } catch (UndecodableException broken) {
            return new Decoded.Failed("not Avro of " + title + ": " + broken.reason());
        }
    }

    /** A lone string is a text and not JSON, so that a key reads as it was meant. */
    private static Decoded.Read text(ByteReader in) {
        Slice text = in.take(in.zigzag());
        expectEnd(in);
        return new Decoded.Read(text, Decoded.Syntax.PLAIN, true, "", null);
    }

    private static void expectEnd(ByteReader in) {
        if (in.left() > 0) {
            throw new UndecodableException(in.left() + " bytes are left over after the value");
        }
    }
}
