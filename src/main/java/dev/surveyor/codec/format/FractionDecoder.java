package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;

/** Binary fractions of 4 or 8 bytes (IEEE 754). */
public final class FractionDecoder implements Decoder {

    private final int width;
    private final FixedWidth.Order order;

    /** @param widthInBytes 4 or 8 */
    public FractionDecoder(int widthInBytes, FixedWidth.Order order) {
        if (widthInBytes != Float.BYTES && widthInBytes != Double.BYTES) {
            throw new IllegalArgumentException("width " + widthInBytes + " is not 4 or 8 bytes");
        }
        this.width = widthInBytes;
        this.order = order;
    }

    @Override
    public String name() {
        return (width == Float.BYTES ? "Float" : "Double") + order.suffix();
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = input.bytes();
        if (bytes.length() != width) {
            return FixedWidth.wrong(width, bytes);
        }
        long bits = FixedWidth.number(bytes, order);
        return Decoded.Read.plain(
                width == Float.BYTES
                        ? Float.toString(Float.intBitsToFloat((int) bits))
                        : Double.toString(Double.longBitsToDouble(bits)));
    }
}
