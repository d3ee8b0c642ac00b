package dev.surveyor.codec.pack;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A compressed payload: unpacked up to a limit, then read with whatever reads what is inside. */
public final class Compressed implements Decoder {

    /** What is unpacked at most, whoever asks: 64 MiB. */
    public static final int MOST_BYTES = 64 * 1024 * 1024;

    /** How often something compressed may hold something compressed. */
    public static final int MOST_LAYERS = 3;

    private static final int LEAST_PREVIEW = 4 * 1024;

    private final Unpacker unpacker;
    private final boolean unmarked;
    private final Function<Input, Decoded> inner;

    private Compressed(Unpacker unpacker, boolean unmarked, Function<Input, Decoded> inner) {
        this.unpacker = unpacker;
        this.unmarked = unmarked;
        this.inner = inner;
    }

    /** Returns the formats that begin with a mark of their own. */
    public static List<Decoder> marked(Function<Input, Decoded> inner) {
        return List.of(
                new Compressed(StreamUnpacker.GZIP, false, inner),
                new Compressed(StreamUnpacker.ZSTD, false, inner),
                new Compressed(StreamUnpacker.LZ4, false, inner),
                new Compressed(new SnappyUnpacker(), false, inner));
    }

    /** Returns the one that reads snappy blocks that show no mark, beside those that do. */
    public static Decoder bareSnappy(Function<Input, Decoded> inner) {
        return new Compressed(new SnappyUnpacker(), true, inner);
    }

    @Override
    public String name() {
        return unpacker.name();
    }

    /** Returns how the bytes show that they are of this format, or null. */
    public @Nullable String mark(Slice bytes) {
        String mark = unpacker.mark(bytes);
        return mark == null && unmarked && SnappyUnpacker.bareBlock(bytes) ? "a valid snappy block throughout" : mark;
    }

    @Override
    public Decoded decode(Input input) {
        String mark = mark(input.bytes());
        if (mark == null) {
            return new Decoded.Failed(
                    unmarked ? "no " + name() + " block from end to end" : "does not begin as " + name() + " does");
        }
        if (input.depth() >= MOST_LAYERS) {
            return new Decoded.Failed("compressed more than " + MOST_LAYERS + " times over", !unmarked);
        }
        int most = Math.min(MOST_BYTES, Math.max(LEAST_PREVIEW, input.maxBytes()));
        try {
            Unpacker.Unpacked unpacked = unpacker.unpack(input.bytes(), most);
            if (unpacked.content().isEmpty()) {
                return new Decoded.Read(unpacked.content(), Decoded.Syntax.PLAIN, true, mark + " · empty inside", null);
            }
            return inside(input, mark, unpacked);
        } catch (IOException broken) {
            return new Decoded.Failed(mark + ", but is broken: " + broken.getMessage(), !unmarked);
        }
    }

    private Decoded inside(Input input, String mark, Unpacker.Unpacked unpacked) {
        Decoded decoded = inner.apply(input.unpacked(unpacked.content(), unpacked.complete()));
        String size =
                (unpacked.complete() ? "" : "more than ") + unpacked.content().length() + " bytes unpacked";
        if (decoded instanceof Decoded.Read read) {
            return new Decoded.Read(
                    read.text(),
                    read.syntax(),
                    read.complete() && unpacked.complete(),
                    mark + " · " + size + (read.detail().isEmpty() ? "" : " · " + read.detail()),
                    read.problem());
        }
        if (decoded instanceof Decoded.Failed failed) {
            return new Decoded.Failed(
                    mark + ", " + size + ", in which nothing could be read: " + failed.reason(), !unmarked);
        }
        return decoded;
    }
}
