package dev.surveyor.codec.format;

/** Reads bytes in one format. Never throws, never blocks, whatever the bytes; safe for several threads. */
public interface Decoder {

    /** Returns the name that a person picks and that is remembered: {@code Int32}. */
    String name();

    /** Returns the text, or why there is none. */
    Decoded decode(Input input);
}
