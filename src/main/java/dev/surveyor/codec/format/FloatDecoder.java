package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;

/** Binary fractions of 4 bytes (IEEE 754), highest byte first. */
public final class FloatDecoder implements Decoder {

    @Override
    public String name() {
        return "Float";
    }

    @Override
    public Decoded decode(Slice bytes, int maxBytes) {
        return bytes.length() == Float.BYTES
                ? FixedWidth.plain(Float.toString(Float.intBitsToFloat((int) FixedWidth.number(bytes))))
                : FixedWidth.wrong(Float.BYTES, bytes);
    }
}
