package dev.surveyor.codec.pack;

import dev.surveyor.codec.Slice;
import org.jspecify.annotations.Nullable;

/** One way of compressing bytes. Never throws, whatever the bytes; safe for several threads. */
interface Unpacker {

    String name();

    /** Returns how the bytes show that they are of this kind, or null where they do not. */
    @Nullable
    String mark(Slice bytes);

    /** Returns whether other bytes too often begin so; then only what is inside, or a checksum, proves the kind. */
    default boolean weak() {
        return false;
    }

    /** Unpacks at most that many bytes: as many as can be read, and why the rest cannot. */
    Unpacked unpack(Slice bytes, int maxBytes);
}
