package dev.surveyor.codec.pack;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Aside;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
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

    /** So much has to be unpacked of what only may be of a format, and breaks, to be believed. */
    private static final int LEAST_UNPROVEN = 32;

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
                new Compressed(DeflateUnpacker.GZIP, false, inner),
                new Compressed(DeflateUnpacker.ZLIB, false, inner),
                new Compressed(new ZstdUnpacker(), false, inner),
                new Compressed(new Lz4Unpacker(), false, inner),
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

    /** Returns whether bytes that begin so, as a text may, can be compressed: those of zstd and zlib. */
    public static boolean mayBeginAsText(int first, int second) {
        return (first == 0x28 && second == 0xb5) || DeflateUnpacker.zlib(first, second);
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
        Unpacked unpacked = unpacker.unpack(input.bytes(), most);
        boolean proven = !unmarked && !(unpacker.weak() && unpacked.problem() != null);
        if (unpacked.content().isEmpty()) {
            return unpacked.problem() == null
                    ? new Decoded.Read(
                            unpacked.content(),
                            Decoded.Syntax.PLAIN,
                            true,
                            words(mark, unpacked) + " · empty inside",
                            null)
                    : new Decoded.Failed(
                            mark + ", but nothing can be unpacked: " + unpacked.problem(), proven, brief(unpacked));
        }
        if (!proven && !unmarked && unpacked.content().length() < LEAST_UNPROVEN) {
            return new Decoded.Failed("begins as " + name() + " does, but is none: " + unpacked.problem());
        }
        return inside(input, mark, unpacked, proven);
    }

    private Decoded inside(Input input, String mark, Unpacked unpacked, boolean proven) {
        boolean all = unpacked.complete() || unpacked.problem() != null;
        Decoded decoded = inner.apply(input.unpacked(unpacked.content(), unpacked.complete()));
        String size = (all ? "" : "more than ") + unpacked.content().length() + " bytes unpacked";
        String broken = unpacked.problem() == null ? null : name() + ": " + unpacked.problem();
        if (decoded instanceof Decoded.Read read) {
            return new Decoded.Read(
                    read.text(),
                    read.syntax(),
                    read.complete() && unpacked.complete(),
                    words(mark, unpacked) + " · " + size + (read.detail().isEmpty() ? "" : " · " + read.detail()),
                    broken == null || read.problem() == null
                            ? (broken == null ? read.problem() : broken)
                            : broken + "; inside: " + read.problem(),
                    broken == null ? read.aside() : brief(unpacked).and(read.aside()));
        }
        if (decoded instanceof Decoded.Failed failed) {
            return new Decoded.Failed(
                    mark + ", " + size + ", in which nothing could be read: " + failed.reason()
                            + (broken == null ? "" : "; " + broken),
                    proven);
        }
        return decoded;
    }

    private Aside brief(Unpacked unpacked) {
        return Aside.brief(name() + ": " + unpacked.brief());
    }

    private static String words(String mark, Unpacked unpacked) {
        return unpacked.notes().isEmpty() ? mark : mark + " · " + String.join(" · ", unpacked.notes());
    }
}
