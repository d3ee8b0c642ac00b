package dev.surveyor.codec.detect;

import dev.surveyor.codec.RecordPart;
import org.jspecify.annotations.Nullable;

/**
 * What the user chose for the records of a topic.
 *
 * @param key the name of the key's decoder, or null to detect it for each record
 * @param value the name of the value's decoder, or null to detect it for each record
 */
public record DecoderChoice(@Nullable String key, @Nullable String value) {

    /** Detects everything. */
    public static final DecoderChoice AUTO = new DecoderChoice(null, null);

    /** Returns the name of the decoder for that part, or null to detect it. */
    public @Nullable String of(RecordPart part) {
        return part == RecordPart.KEY ? key : value;
    }

    /** Returns this choice with another decoder for that part. */
    public DecoderChoice with(RecordPart part, @Nullable String decoder) {
        return part == RecordPart.KEY ? new DecoderChoice(decoder, value) : new DecoderChoice(key, decoder);
    }
}
