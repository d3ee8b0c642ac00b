package dev.surveyor.codec.format;

/** What a decoder made of some bytes. */
public sealed interface Decoded {

    /**
     * It could be read.
     *
     * @param text what it says
     * @param syntax how the text is written, for its colours
     * @param complete whether all of it is in the text
     */
    record Read(String text, Syntax syntax, boolean complete) implements Decoded {}

    /**
     * It could not be read.
     *
     * @param reason a sentence without its end
     */
    record Failed(String reason) implements Decoded {}

    /** How a text is written. */
    enum Syntax {
        PLAIN,
        JSON,
        XML
    }
}
