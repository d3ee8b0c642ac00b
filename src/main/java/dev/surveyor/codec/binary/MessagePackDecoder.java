package dev.surveyor.codec.binary;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/**
 * MessagePack. Lengths are believed only as far as there are bytes; timestamps are written as text, and extensions as
 * {@code {"$ext":5,"data":…}}.
 */
public final class MessagePackDecoder implements Decoder {

    @Override
    public String name() {
        return "MessagePack";
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = input.bytes();
        boolean wanted = input.chosen();
        return Notes.read(
                input.maxBytes(),
                wanted,
                false,
                "one value from end to end",
                (out, notes) -> copy(bytes, out, notes, wanted));
    }

    private static void copy(Slice bytes, BoundedJsonWriter out, Notes notes, boolean wanted) {
        try (MessageUnpacker in =
                MessagePack.newDefaultUnpacker(ByteBuffer.wrap(bytes.data(), bytes.start(), bytes.length()))) {
            new MessagePackWalk(bytes, in, out, notes, wanted).whole();
        } catch (IOException broken) {
            throw new UndecodableException(String.valueOf(broken.getMessage()));
        }
    }

    /** Returns whether the first byte begins a map, the one thing that is worth trying without being told. */
    public static boolean beginsAsMap(Slice bytes) {
        int first = bytes.at(0) & 0xff;
        return (first > 0x80 && first <= 0x8f) || first == 0xde || first == 0xdf;
    }
}
