package dev.surveyor.codec.pack;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.codec.words.Counted;
import java.io.IOException;

/**
 * A format in which one packed piece may follow another. All of them are unpacked; what follows the last and is none, or
 * where one breaks off, is said.
 */
abstract class FramedUnpacker implements Unpacker {

    private static final int SHOWN_REST = 8;

    /** Returns whether a piece begins here. */
    abstract boolean begins(Slice bytes);

    /**
     * Unpacks the piece at the beginning.
     *
     * @return its length in packed bytes, all of them where the output is full
     * @throws IOException where it is broken, with a sentence without its end; what was added before stays
     */
    abstract int piece(Slice bytes, UnpackedBytes out) throws IOException;

    @Override
    public final Unpacked unpack(Slice bytes, int maxBytes) {
        UnpackedBytes out = new UnpackedBytes(maxBytes);
        Slice rest = bytes;
        try {
            do {
                rest = rest.from(piece(rest, out));
            } while (!out.full() && !rest.isEmpty() && begins(rest));
        } catch (UndecodableException early) {
            return out.broken("it breaks off");
        } catch (IOException | RuntimeException broken) {
            return out.broken(broken.getMessage());
        }
        return out.full() || rest.isEmpty() ? out.whole() : out.followedBy(behind(rest, name()));
    }

    /** Returns the words for bytes behind the end: {@code 3 bytes behind its end are no gzip: 6A 75 6E}. */
    static String behind(Slice rest, String name) {
        return Counted.of(rest.length(), "byte behind its end is no ", "bytes behind its end are no ") + name + ": "
                + Hex.spaced(rest, SHOWN_REST);
    }
}
