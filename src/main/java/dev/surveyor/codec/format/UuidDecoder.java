package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** UUIDs, as 16 bytes or as their text of 36 characters. */
public final class UuidDecoder implements Decoder {

    private static final int WIDTH = 2 * Long.BYTES;
    private static final int TEXT_WIDTH = 36;

    @Override
    public String name() {
        return "UUID";
    }

    @Override
    public Decoded decode(Input input) {
        Slice bytes = input.bytes();
        if (bytes.length() == TEXT_WIDTH) {
            return ofText(bytes);
        }
        if (bytes.length() != WIDTH) {
            return new Decoded.Failed(
                    "needs " + WIDTH + " bytes or a text of " + TEXT_WIDTH + ", has " + bytes.length());
        }
        long high = FixedWidth.number(bytes.first(Long.BYTES), FixedWidth.Order.BIG_ENDIAN);
        long low = FixedWidth.number(bytes.from(Long.BYTES), FixedWidth.Order.BIG_ENDIAN);
        return Decoded.Read.plain(new UUID(high, low).toString());
    }

    private static Decoded ofText(Slice bytes) {
        String text = new String(bytes.data(), bytes.start(), bytes.length(), StandardCharsets.US_ASCII);
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return Decoded.Read.plain(id.toString());
            }
        } catch (IllegalArgumentException noUuid) {
            // Said below.
        }
        return new Decoded.Failed("36 bytes that are not the text of a UUID");
    }
}
