package dev.surveyor.codec.pack;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;

/** Frames of zstd and lz4 that carry something for other programs: one of 16 marks, a length, and that many bytes. */
final class SkippableFrame {

    private SkippableFrame() {}

    static boolean begins(Slice bytes) {
        return bytes.length() >= Integer.BYTES
                && (bytes.at(0) & 0xf0) == 0x50
                && bytes.at(1) == 0x2a
                && bytes.at(2) == 0x4d
                && bytes.at(3) == 0x18;
    }

    /** Passes over the frame, says so, and returns its length. */
    static int pass(Slice bytes, UnpackedBytes out) {
        ByteReader in = new ByteReader(bytes);
        in.take(Integer.BYTES);
        long length = in.fixed32() & 0xffff_ffffL;
        in.take(length);
        out.note("a skippable frame of " + length + " bytes passed over");
        return in.position();
    }
}
