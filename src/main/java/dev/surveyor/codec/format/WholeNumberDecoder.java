package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;

/** Whole numbers of 1, 2, 4 or 8 bytes. Kafka's own serializers write them signed, highest byte first. */
public final class WholeNumberDecoder implements Decoder {

    private final int width;
    private final boolean signed;
    private final FixedWidth.Order order;

    /**
     * Reads numbers of one form.
     *
     * @param widthInBytes 1, 2, 4 or 8
     */
    public WholeNumberDecoder(int widthInBytes, boolean signed, FixedWidth.Order order) {
        if (widthInBytes < 1 || widthInBytes > 8 || Integer.bitCount(widthInBytes) != 1) {
            throw new IllegalArgumentException("width " + widthInBytes + " is not 1, 2, 4 or 8 bytes");
        }
        this.width = widthInBytes;
        this.signed = signed;
        this.order = order;
    }

    @Override
    public String name() {
        return (signed ? "Int" : "UInt") + width * Byte.SIZE + order.suffix();
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = input.bytes();
        if (bytes.length() != width) {
            return FixedWidth.wrong(width, bytes);
        }
        long number = FixedWidth.number(bytes, order);
        if (!signed) {
            return Decoded.Read.plain(Long.toUnsignedString(number));
        }
        int unused = Long.SIZE - width * Byte.SIZE;
        return Decoded.Read.plain(Long.toString((number << unused) >> unused));
    }
}
