package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was tried on some bytes, in order, up to the first decoder that could read them.
 *
 * @param attempts each decoder's name with what it answered
 */
public record Detection(List<Attempt> attempts) {

    /** The answer of one decoder. */
    public record Attempt(String decoder, Decoded decoded) {}

    public Detection {
        attempts = List.copyOf(attempts);
    }

    /** Tries the decoders in their order. */
    public static Detection of(Slice bytes, List<Decoder> decoders, int maxBytes) {
        List<Attempt> attempts = new ArrayList<>();
        for (Decoder decoder : decoders) {
            Decoded decoded = decoder.decode(bytes, maxBytes);
            attempts.add(new Attempt(decoder.name(), decoded));
            if (decoded instanceof Decoded.Read) {
                break;
            }
        }
        return new Detection(attempts);
    }

    /** Returns the attempt that could read the bytes, or null: then every other one says why not. */
    public @Nullable Attempt found() {
        Attempt last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
        return last != null && last.decoded() instanceof Decoded.Read ? last : null;
    }
}
