package dev.surveyor.codec.pack;

import dev.surveyor.codec.Slice;
import java.io.IOException;

/** One way of compressing bytes. Safe for several threads. */
interface Unpacker {

    String name();

    /** Returns how the bytes show that they are of this kind, or null where they do not. */
    @org.jspecify.annotations.Nullable
    String mark(Slice bytes);

    /**
     * Unpacks at most that many bytes.
     *
     * @throws IOException where the bytes are broken, with a sentence
     */
    Unpacked unpack(Slice bytes, int maxBytes) throws IOException;

    /**
     * What was inside.
     *
     * @param complete whether that is all
     */
    record Unpacked(Slice content, boolean complete) {}
}
