package dev.surveyor.codec.header;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import org.jspecify.annotations.Nullable;

/**
 * What the value of a header says.
 *
 * @param text in UTF-8; the bytes themselves where nothing reads them, or where nothing could
 * @param decoder what read them; empty where they stand as they are
 * @param detail what there is to know beside; empty for nothing
 * @param problem why they could not be read as chosen, a sentence without its end, or null
 */
public record HeaderReading(
        Slice text, String decoder, String detail, @Nullable String problem) {

    private static final int MOST_BYTES = 1024 * 1024;

    /**
     * Reads a value.
     *
     * @param decoder reads it; null for bytes that stand as they are
     * @param chosen whether the user chose it, so that it is told where it cannot
     */
    public static HeaderReading of(Slice value, @Nullable Decoder decoder, boolean chosen) {
        if (decoder == null || value.isNull() || value.isEmpty()) {
            return new HeaderReading(value, "", "", null);
        }
        Input input = Input.of(value, MOST_BYTES);
        Decoded decoded = decoder.decode(chosen ? input.asChosen() : input);
        if (decoded instanceof Decoded.Read read) {
            return new HeaderReading(read.text(), decoder.name(), read.detail(), chosen ? read.problem() : null);
        }
        String why = decoded instanceof Decoded.Failed failed ? failed.reason() : "its schema is on its way";
        return new HeaderReading(value, "", "", chosen ? decoder.name() + ": " + why : null);
    }
}
