package dev.surveyor.codec.schema;

import dev.surveyor.codec.format.Aside;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;

/** Payloads that a schema in a file describes, by themselves or behind the five bytes of the wire format. */
public final class SchemaFileDecoder implements Decoder {

    private static final int PREFIX = 5;

    private final SchemaFile file;
    private final SchemaSource schemas;

    public SchemaFileDecoder(SchemaFile file, SchemaSource schemas) {
        this.file = file;
        this.schemas = schemas;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public Decoded decode(Input input) {
        SchemaSource.Lookup lookup = schemas.find(file);
        if (lookup instanceof SchemaSource.Lookup.Waiting waiting) {
            return new Decoded.Waiting(waiting.reason());
        } else if (lookup instanceof SchemaSource.Lookup.Missing missing) {
            return new Decoded.Failed(missing.reason(), true, Aside.brief(missing.brief()));
        }
        Schema schema = ((SchemaSource.Lookup.Found) lookup).schema();
        boolean framed = input.bytes().length() >= PREFIX && input.bytes().at(0) == 0;
        if (!framed) {
            return schema.decodeWhole(input);
        }
        Decoded inside = schema.decodeFramed(input.with(input.bytes().from(PREFIX)), MessageMark.AT_HEAD);
        Decoded whole = schema.takesAnything() ? inside : schema.decodeWhole(input);
        if (whole instanceof Decoded.Read && !schema.takesAnything()) {
            return whole;
        }
        return inside instanceof Decoded.Read read ? read.because("behind 5 bytes of the wire format") : whole;
    }
}
