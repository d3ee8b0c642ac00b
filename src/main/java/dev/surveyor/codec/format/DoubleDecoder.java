package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;

/** Binary fractions of 8 bytes (IEEE 754), highest byte first. */
public final class DoubleDecoder implements Decoder {

    @Override
    public String name() {
        return "Double";
    }

    @Override
    public Decoded decode(Slice bytes, int maxBytes) {
        return bytes.length() == Double.BYTES
                ? FixedWidth.plain(Double.toString(Double.longBitsToDouble(FixedWidth.number(bytes))))
                : FixedWidth.wrong(Double.BYTES, bytes);
    }
}
