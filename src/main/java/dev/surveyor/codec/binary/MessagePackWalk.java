package dev.surveyor.codec.binary;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.JsonText;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.UndecodableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/** One pass over one value. As deep as a document may be nested, and no deeper. */
final class MessagePackWalk {
    private static final byte TIMESTAMP = -1;
    private static final long SECONDS_OF_34_BITS = (1L << 34) - 1;
    private static final int DEEPEST_KEY = 16;

    private final Slice bytes;
    private final MessageUnpacker in;
    private final BoundedJsonWriter out;
    private final Notes notes;
    private final boolean wanted;

    /**
     * @param wanted whether it surely is MessagePack, so that bytes behind it, and strings that are none, are problems
     *     rather than the end
     */
    MessagePackWalk(Slice bytes, MessageUnpacker in, BoundedJsonWriter out, Notes notes, boolean wanted) {
        this.bytes = bytes;
        this.in = in;
        this.out = out;
        this.notes = notes;
        this.wanted = wanted;
    }

    void whole() {
        try {
            value();
            int read = (int) in.getTotalReadBytes();
            if (read < bytes.length()) {
                Notes.behind(out, bytes.from(read), wanted);
            }
        } catch (MessagePackException broken) {
            throw new UndecodableException(reason(broken));
        } catch (IOException broken) {
            throw new UndecodableException(String.valueOf(broken.getMessage()));
        }
    }

    private void value() throws IOException {
        MessageFormat format = in.getNextFormat();
        switch (format.getValueType()) {
            case NIL -> {
                in.unpackNil();
                out.nothing();
            }
            case BOOLEAN -> out.bool(in.unpackBoolean());
            case INTEGER ->
                out.literal(
                        format == MessageFormat.UINT64
                                ? in.unpackBigInteger().toString()
                                : Long.toString(in.unpackLong()));
            case FLOAT -> {
                if (format == MessageFormat.FLOAT32) {
                    notes.number(out, in.unpackFloat());
                } else {
                    notes.number(out, in.unpackDouble());
                }
            }
            case STRING -> string();
            case BINARY -> notes.binary(out, Slice.of(payload(in.unpackBinaryHeader())));
            case ARRAY -> list(in.unpackArrayHeader());
            case MAP -> map(in.unpackMapHeader());
            case EXTENSION -> extension(in.unpackExtensionTypeHeader());
        }
    }

    private void list(int count) throws IOException {
        claim(count, 1);
        out.startArray();
        for (int i = 0; i < count; i++) {
            value();
        }
        out.endArray();
    }

    private void map(int count) throws IOException {
        claim(count, 2);
        out.startObject();
        for (int i = 0; i < count; i++) {
            name();
            value();
        }
        out.endObject();
    }

    private void name() throws IOException {
        if (in.getNextFormat().getValueType() == ValueType.STRING) {
            out.name(text(payload(in.unpackRawStringHeader())));
        } else {
            notes.add(Notes.KEYS);
            StringBuilder words = new StringBuilder();
            key(words, 0);
            out.name(words.toString());
        }
    }

    /** Writes a key that need not be a text as CBOR's diagnostic notation would. */
    private void key(StringBuilder words, int depth) throws IOException {
        if (depth > DEEPEST_KEY) {
            throw new UndecodableException("a map's key that is nested deeper than " + DEEPEST_KEY + " levels");
        }
        MessageFormat format = in.getNextFormat();
        switch (format.getValueType()) {
            case STRING -> words.append(JsonText.quote(text(payload(in.unpackRawStringHeader()))));
            case INTEGER -> words.append(in.unpackBigInteger());
            case BOOLEAN -> words.append(in.unpackBoolean());
            case FLOAT -> words.append(format == MessageFormat.FLOAT32 ? (Object) in.unpackFloat() : in.unpackDouble());
            case BINARY -> hex(words, payload(in.unpackBinaryHeader()));
            case NIL -> {
                in.unpackNil();
                words.append("null");
            }
            case ARRAY -> group(words, in.unpackArrayHeader(), false, depth);
            case MAP -> group(words, in.unpackMapHeader(), true, depth);
            case EXTENSION -> {
                ExtensionTypeHeader header = in.unpackExtensionTypeHeader();
                words.append("ext(").append(header.getType()).append(", ");
                hex(words, payload(header.getLength()));
                words.append(')');
            }
        }
    }

    private void group(StringBuilder words, int count, boolean map, int depth) throws IOException {
        claim(count, map ? 2 : 1);
        words.append(map ? '{' : '[');
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : ", ");
            key(words, depth + 1);
            if (map) {
                words.append(": ");
                key(words, depth + 1);
            }
        }
        words.append(map ? '}' : ']');
    }

    private static void hex(StringBuilder words, byte[] bytes) {
        words.append("h'")
                .append(Hex.plain(Slice.of(bytes)).toLowerCase(Locale.ROOT))
                .append('\'');
    }

    private void extension(ExtensionTypeHeader header) throws IOException {
        byte[] data = payload(header.getLength());
        Instant moment = header.getType() == TIMESTAMP ? moment(ByteBuffer.wrap(data)) : null;
        if (moment != null) {
            notes.add("timestamps as text");
            out.string(moment.toString());
            return;
        }
        out.startObject().name("$ext").number(header.getType());
        notes.binary(out.name("data"), Slice.of(data));
        out.endObject();
    }

    /** Returns the time in one of the three forms of a timestamp; null where it is none, or a year beyond all. */
    private static @Nullable Instant moment(ByteBuffer data) {
        try {
            return switch (data.remaining()) {
                case 4 -> Instant.ofEpochSecond(Integer.toUnsignedLong(data.getInt()));
                case 8 -> {
                    long both = data.getLong();
                    yield Instant.ofEpochSecond(both & SECONDS_OF_34_BITS, both >>> 34);
                }
                case 12 -> {
                    long nanos = Integer.toUnsignedLong(data.getInt());
                    yield Instant.ofEpochSecond(data.getLong(), nanos);
                }
                default -> null;
            };
        } catch (DateTimeException | ArithmeticException beyond) {
            return null;
        }
    }

    private void string() throws IOException {
        byte[] payload = payload(in.unpackRawStringHeader());
        String text = decoded(payload);
        if (text != null) {
            out.string(text);
        } else if (wanted) {
            notes.add("strings that are not UTF-8 as Base64");
            out.binary(Slice.of(payload));
        } else {
            throw new UndecodableException("a string that is not UTF-8");
        }
    }

    private static String text(byte[] payload) {
        String text = decoded(payload);
        if (text == null) {
            throw new UndecodableException("a string that is not UTF-8");
        }
        return text;
    }

    private static @Nullable String decoded(byte[] payload) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
        } catch (CharacterCodingException broken) {
            return null;
        }
    }

    private byte[] payload(int size) throws IOException {
        claim(size, 1);
        byte[] payload = new byte[size];
        in.readPayload(payload);
        return payload;
    }

    /** Refuses a length for which there are not enough bytes, before anything is made of it. */
    private void claim(int count, int leastBytesEach) {
        long left = bytes.length() - in.getTotalReadBytes();
        if (count < 0 || (long) count * leastBytesEach > left) {
            throw new UndecodableException("claims " + Integer.toUnsignedString(count) + " elements or bytes where "
                    + left + " bytes are left");
        }
    }

    private static String reason(MessagePackException broken) {
        String name = broken.getClass().getSimpleName().replace("Exception", "").replace("Message", "");
        String message = broken.getMessage();
        return message == null ? "it breaks off (" + name + ")" : message;
    }
}
