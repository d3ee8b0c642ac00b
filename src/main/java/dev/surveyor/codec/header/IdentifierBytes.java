package dev.surveyor.codec.header;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import java.util.UUID;

/** A UUID of 16 bytes, behind a byte that says so or by itself. Texts are left as they are. */
final class IdentifierBytes implements Decoder {

    private final int before;

    /** @param before how many bytes stand before it, each a one */
    IdentifierBytes(int before) {
        this.before = before;
    }

    @Override
    public String name() {
        return "UUID";
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = input.bytes();
        Utf8Text text = Utf8Text.of(bytes, bytes.length());
        if (bytes.length() != before + 2 * Long.BYTES || (text.valid() && text.controls() == 0)) {
            return new Decoded.Failed("no UUID of 16 bytes");
        }
        ByteReader in = new ByteReader(bytes);
        if (before > 0 && in.octet() != 1) {
            return new Decoded.Failed("no UUID behind a one");
        }
        return Decoded.Read.plain(new UUID(in.bigEndian(Long.BYTES), in.bigEndian(Long.BYTES)).toString());
    }
}
