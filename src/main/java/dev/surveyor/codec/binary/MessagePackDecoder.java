package dev.surveyor.codec.binary;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.JsonBytes;
import dev.surveyor.codec.format.UndecodableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;

/** MessagePack. Lengths are believed only as far as there are bytes; timestamps are written as text. */
public final class MessagePackDecoder implements Decoder {

    private static final byte TIMESTAMP = -1;
    private static final long SECONDS_OF_34_BITS = (1L << 34) - 1;

    @Override
    public String name() {
        return "MessagePack";
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = input.bytes();
        try (MessageUnpacker in =
                MessagePack.newDefaultUnpacker(ByteBuffer.wrap(bytes.data(), bytes.start(), bytes.length()))) {
            return JsonBytes.document(input.maxBytes(), out -> new Copy(in, out, bytes.length()).whole())
                    .because("one value from end to end");
        } catch (UndecodableException broken) {
            return new Decoded.Failed(broken.reason());
        } catch (IOException broken) {
            return new Decoded.Failed(String.valueOf(broken.getMessage()));
        }
    }

    /** Returns whether the first byte begins a map, the one thing that is worth trying without being told. */
    public static boolean beginsAsMap(Slice bytes) {
        int first = bytes.at(0) & 0xff;
        return (first > 0x80 && first <= 0x8f) || first == 0xde || first == 0xdf;
    }

    /** One pass over one value. As deep as a document may be nested, and no deeper. */
    private static final class Copy {
        private final MessageUnpacker in;
        private final JsonBytes out;
        private final long length;

        Copy(MessageUnpacker in, JsonBytes out, long length) {
            this.in = in;
            this.out = out;
            this.length = length;
        }

        void whole() {
            try {
                value();
                if (in.hasNext()) {
                    throw new UndecodableException("bytes after the end of the value");
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
                        out.number(in.unpackFloat());
                    } else {
                        out.number(in.unpackDouble());
                    }
                }
                case STRING -> out.string(text());
                case BINARY -> out.binary(Slice.of(payload(in.unpackBinaryHeader())));
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
            MessageFormat format = in.getNextFormat();
            switch (format.getValueType()) {
                case STRING -> out.name(text());
                case INTEGER -> out.name(in.unpackBigInteger().toString());
                case BOOLEAN -> out.name(Boolean.toString(in.unpackBoolean()));
                case FLOAT ->
                    out.name(
                            format == MessageFormat.FLOAT32
                                    ? Float.toString(in.unpackFloat())
                                    : Double.toString(in.unpackDouble()));
                case BINARY -> out.name(Base64.getEncoder().encodeToString(payload(in.unpackBinaryHeader())));
                case NIL -> {
                    in.unpackNil();
                    out.name("null");
                }
                default -> throw new UndecodableException("a map whose key is of the type " + format.getValueType());
            }
        }

        private void extension(ExtensionTypeHeader header) throws IOException {
            byte[] data = payload(header.getLength());
            Instant moment = header.getType() == TIMESTAMP ? moment(ByteBuffer.wrap(data)) : null;
            if (moment != null) {
                out.string(moment.toString());
                return;
            }
            out.startObject().name("type").number(header.getType());
            out.name("data").binary(Slice.of(data)).endObject();
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

        private String text() throws IOException {
            byte[] bytes = payload(in.unpackRawStringHeader());
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException broken) {
                throw new UndecodableException("a string that is not UTF-8");
            }
        }

        private byte[] payload(int size) throws IOException {
            claim(size, 1);
            byte[] bytes = new byte[size];
            in.readPayload(bytes);
            return bytes;
        }

        /** Refuses a length for which there are not enough bytes, before anything is made of it. */
        private void claim(int count, int leastBytesEach) {
            long left = length - in.getTotalReadBytes();
            if (count < 0 || (long) count * leastBytesEach > left) {
                throw new UndecodableException("claims " + Integer.toUnsignedString(count) + " elements or bytes where "
                        + left + " bytes are left");
            }
        }

        private static String reason(MessagePackException broken) {
            String name =
                    broken.getClass().getSimpleName().replace("Exception", "").replace("Message", "");
            String message = broken.getMessage();
            return message == null ? "it breaks off (" + name + ")" : message;
        }
    }
}
