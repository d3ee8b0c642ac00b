package dev.surveyor.codec.binary;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;

/**
 * CBOR (RFC 8949), with or without the tag that describes it. What JSON does not have is marked: undefined, simple values
 * and tags as objects with a name that begins with {@code $}.
 */
public final class CborDecoder implements Decoder {

    private static final int HEADER = 3;

    @Override
    public String name() {
        return "CBOR";
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = input.bytes();
        boolean marked = describesItself(bytes);
        if (marked && bytes.length() == HEADER) {
            return Notes.headerAlone();
        }
        boolean wanted = marked || input.chosen();
        return Notes.read(
                input.maxBytes(),
                wanted,
                marked,
                marked ? "begins with D9 D9 F7" : "one value from end to end",
                (out, notes) -> new CborWalk(bytes, out, notes).whole(wanted));
    }

    /** Returns whether the bytes begin with the tag that says that CBOR follows. */
    public static boolean describesItself(Slice bytes) {
        return bytes.length() >= HEADER
                && bytes.at(0) == (byte) 0xd9
                && bytes.at(1) == (byte) 0xd9
                && bytes.at(2) == (byte) 0xf7;
    }

    /** Returns whether the first byte begins a map, the one thing that is worth trying without being told. */
    public static boolean beginsAsMap(Slice bytes) {
        int first = bytes.at(0) & 0xff;
        return first >= 0xa1 && first <= 0xbf;
    }
}
