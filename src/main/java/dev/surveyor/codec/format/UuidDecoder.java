package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;
import java.util.UUID;

/** UUIDs of 16 bytes. */
public final class UuidDecoder implements Decoder {

    private static final int WIDTH = 2 * Long.BYTES;

    @Override
    public String name() {
        return "UUID";
    }

    @Override
    public Decoded decode(Slice bytes, int maxBytes) {
        if (bytes.length() != WIDTH) {
            return FixedWidth.wrong(WIDTH, bytes);
        }
        long high = FixedWidth.number(bytes.first(Long.BYTES));
        long low = FixedWidth.number(bytes.from(Long.BYTES));
        return FixedWidth.plain(new UUID(high, low).toString());
    }
}
