package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;

/** Whole numbers with their sign, highest byte first, as Kafka's own serializers write them. */
public final class IntegerDecoder implements Decoder {

    private final int width;

    /** Reads numbers of 1, 2, 4 or 8 bytes. */
    public IntegerDecoder(int widthInBytes) {
        if (widthInBytes < 1 || widthInBytes > 8 || Integer.bitCount(widthInBytes) != 1) {
            throw new IllegalArgumentException("width " + widthInBytes + " is not 1, 2, 4 or 8 bytes");
        }
        this.width = widthInBytes;
    }

    @Override
    public String name() {
        return "Int" + width * Byte.SIZE;
    }

    @Override
    public Decoded decode(Slice bytes, int maxBytes) {
        if (bytes.length() != width) {
            return FixedWidth.wrong(width, bytes);
        }
        long number = FixedWidth.number(bytes);
        int unused = Long.SIZE - width * Byte.SIZE;
        return FixedWidth.plain(Long.toString((number << unused) >> unused));
    }
}
