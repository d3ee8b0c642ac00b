package dev.surveyor.codec.schema;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.domain.record.HeaderCursor;
import dev.surveyor.domain.record.RawRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a record say of the schema of its key or value.
 *
 * <p>Source: the header names of Confluent's serializers ({@code __key_schema_id}, {@code __value_schema_id}: a one and
 * the GUID in 16 bytes, for Protobuf followed by the indexes), and of Apicurio's ({@code DefaultHeadersHandler},
 * {@code ProtobufSerdeHeaders}, {@code AvroSerdeHeaders} in its versions 2.6 and 3.0: ids in 8 bytes).
 *
 * @param key by what to ask for the schema
 * @param mark which message of a Protobuf schema it is
 */
record SchemaHeaders(SchemaKey key, MessageMark mark) {

    private static final int GUID_LENGTH = 17;
    private static final String CONFLUENT = "_schema_id";
    private static final String APICURIO = "apicurio.";
    private static final String MESSAGE = "apicurio.protobuf.type";

    /** Returns what they say, or null where they say nothing. The last header of a name counts. */
    static @Nullable SchemaHeaders of(RawRecord record, RecordPart part) {
        String name = part == RecordPart.KEY ? "key" : "value";
        String ofApicurio = APICURIO + name + ".";
        SchemaHeaders found = null;
        String message = null;
        boolean json = false;
        HeaderCursor header = new HeaderCursor(record);
        while (header.next()) {
            if (!mayBe(record, header)) {
                continue;
            }
            String key = header.key();
            Slice value = Slice.of(record.data(), header.valueStart(), header.valueLength());
            if (key.equals("__" + name + CONFLUENT) && value.length() >= GUID_LENGTH && value.at(0) == 1) {
                found = guid(value);
            } else if (key.startsWith(ofApicurio) && value.length() == Long.BYTES) {
                SchemaHeaders id = id(key.substring(ofApicurio.length()), value);
                found = id == null ? found : id;
            } else if (key.equals(part == RecordPart.KEY ? MESSAGE + ".key" : MESSAGE)) {
                message = text(value);
            } else if (key.equals(ofApicurio + "encoding")) {
                json = text(value).equals("JSON");
            }
        }
        return found != null && found.mark instanceof MessageMark.Named
                ? new SchemaHeaders(found.key, new MessageMark.Named(message, json))
                : found;
    }

    /** Returns whether they say anything; cheap. */
    static boolean in(RawRecord record, RecordPart part) {
        return record.headerCount() > 0 && of(record, part) != null;
    }

    private static boolean mayBe(RawRecord record, HeaderCursor header) {
        byte first = header.keyLength() == 0 ? 0 : record.data()[header.keyStart()];
        return (first == '_' || first == 'a') && header.valueLength() >= 0;
    }

    private static String text(Slice value) {
        return new String(value.bytes(), StandardCharsets.UTF_8);
    }

    private static SchemaHeaders guid(Slice value) {
        ByteBuffer in = ByteBuffer.wrap(value.data(), value.start() + 1, value.length() - 1);
        UUID guid = new UUID(in.getLong(), in.getLong());
        byte[] indexes = value.from(GUID_LENGTH).bytes();
        return new SchemaHeaders(new SchemaKey.Guid(guid), new MessageMark.Indexes(indexes));
    }

    private static @Nullable SchemaHeaders id(String kind, Slice value) {
        long id = ByteBuffer.wrap(value.data(), value.start(), Long.BYTES).getLong();
        return switch (kind) {
            case "contentId" -> new SchemaHeaders(new SchemaKey.ContentId(id), new MessageMark.Named(null, false));
            case "globalId" -> new SchemaHeaders(new SchemaKey.GlobalId(id), new MessageMark.Named(null, false));
            default -> null;
        };
    }
}
