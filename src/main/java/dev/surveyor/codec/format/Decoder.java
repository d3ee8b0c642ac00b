package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;

/** Reads bytes in one format. Never throws, whatever the bytes; safe for several threads. */
public interface Decoder {

    /** Returns the name that a person picks and that is remembered: {@code Int32}. */
    String name();

    /**
     * Returns the text, or why there is none.
     *
     * @param bytes neither null nor empty
     * @param maxBytes how many bytes of text or of unpacked data to make at most
     */
    Decoded decode(Slice bytes, int maxBytes);
}
