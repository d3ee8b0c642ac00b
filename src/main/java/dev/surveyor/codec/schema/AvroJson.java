package dev.surveyor.codec.schema;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.UndecodableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Avro's own JSON, in which each branch of a union stands within its name, turned into the binary form: so it reads as
 * the same value in binary does, and a filter finds both.
 */
final class AvroJson {

    private static final int LARGEST = 4 * 1024 * 1024;

    private AvroJson() {}

    /** Returns the value in binary; what is not of the schema is refused. */
    @SuppressWarnings("IllegalCatch") // Avro throws anything on JSON that is not of the schema
    static Slice binary(Schema schema, Slice json) {
        if (json.length() > LARGEST) {
            throw new UndecodableException("larger than " + LARGEST + " bytes");
        }
        try {
            InputStream in = new ByteArrayInputStream(json.data(), json.start(), json.length());
            Object value = new GenericDatumReader<>(schema)
                    .read(null, DecoderFactory.get().jsonDecoder(schema, in));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<>(schema).write(value, encoder);
            encoder.flush();
            return Slice.of(out.toByteArray());
        } catch (IOException | RuntimeException other) {
            throw new UndecodableException(SchemaCompiler.firstLine(other));
        } catch (StackOverflowError tooDeep) {
            throw new UndecodableException("nested too deeply");
        }
    }
}
