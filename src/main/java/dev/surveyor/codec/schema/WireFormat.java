package dev.surveyor.codec.schema;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import dev.surveyor.domain.record.HeaderCursor;
import dev.surveyor.domain.record.RawRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payloads written with a schema registry: a zero byte and the schema's id in four bytes before the payload, or a header
 * of the record that holds a one and the schema's GUID in 16 bytes.
 *
 * <p>Source: Confluent's documentation, "Wire format", and the header names of its serializers
 * ({@code __key_schema_id}, {@code __value_schema_id}).
 */
public final class WireFormat implements Decoder {

    private static final int PREFIX = 5;
    private static final int GUID_PREFIX = 17;

    private final SchemaSource schemas;

    public WireFormat(SchemaSource schemas) {
        this.schemas = schemas;
    }

    @Override
    public String name() {
        return "Schema registry";
    }

    /** Returns whether a header of the record names the schema of that part. */
    public static boolean inHeader(RawRecord record, RecordPart part) {
        return headerOf(record, part) != null;
    }

    @Override
    public Decoded decode(Input input) {
        RawRecord record = input.record();
        Slice header = record == null || input.depth() > 0 ? null : headerOf(record, input.part());
        if (header != null) {
            return byHeader(input, header);
        }
        Slice bytes = input.bytes();
        if (!prefixed(bytes)) {
            return new Decoded.Failed("does not begin with a zero byte and the id of a schema");
        }
        int id = ByteBuffer.wrap(bytes.data(), bytes.start() + 1, Integer.BYTES).getInt();
        if (id <= 0) {
            return new Decoded.Failed("begins with a zero byte, but no schema has the id " + id);
        }
        return decode(schemas.byId(id), input.with(bytes.from(PREFIX)), new byte[0]);
    }

    private Decoded byHeader(Input input, Slice header) {
        ByteBuffer in = ByteBuffer.wrap(header.data(), header.start() + 1, header.length() - 1);
        UUID guid = new UUID(in.getLong(), in.getLong());
        byte[] indexes = header.from(GUID_PREFIX).bytes();
        return decode(schemas.byGuid(guid), input, indexes.length == 0 ? new byte[] {0} : indexes);
    }

    private Decoded decode(SchemaSource.Lookup lookup, Input body, byte[] indexes) {
        if (lookup instanceof SchemaSource.Lookup.Found found) {
            Decoded decoded = found.schema().decodeFramed(body, indexes);
            return decoded instanceof Decoded.Failed failed ? new Decoded.Failed(failed.reason(), true) : decoded;
        } else if (lookup instanceof SchemaSource.Lookup.Waiting waiting) {
            return new Decoded.Waiting(waiting.reason());
        }
        return new Decoded.Failed(((SchemaSource.Lookup.Missing) lookup).reason(), schemas.present());
    }

    private static boolean prefixed(Slice bytes) {
        return bytes.length() > PREFIX && bytes.at(0) == 0;
    }

    private static @Nullable Slice headerOf(RawRecord record, RecordPart part) {
        String wanted = part == RecordPart.KEY ? "__key_schema_id" : "__value_schema_id";
        HeaderCursor header = new HeaderCursor(record);
        Slice found = null;
        while (header.next()) {
            if (header.keyLength() == wanted.length()
                    && header.valueLength() >= GUID_PREFIX
                    && record.data()[header.valueStart()] == 1
                    && wanted.equals(new String(
                            record.data(), header.keyStart(), header.keyLength(), StandardCharsets.US_ASCII))) {
                found = Slice.of(record.data(), header.valueStart(), header.valueLength());
            }
        }
        return found;
    }
}
