package dev.surveyor.codec.format;

import dev.surveyor.codec.Slice;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a decoder made of some bytes. */
public sealed interface Decoded {

    /**
     * It could be read.
     *
     * @param text what it says, in UTF-8; the bytes themselves where they are text, else newly made
     * @param syntax how the text is written
     * @param complete whether all of it is in the text
     * @param detail what there is to know beside, in words: {@code schema 42}; empty for nothing
     * @param problem what is wrong with it although it can be read, a sentence without its end, or null
     * @param aside what else there is to know
     */
    record Read(
            Slice text,
            Syntax syntax,
            boolean complete,
            String detail,
            @Nullable String problem,
            Aside aside) implements Decoded {

        /** Bytes of which there is nothing else to know. */
        public Read(Slice text, Syntax syntax, boolean complete, String detail, @Nullable String problem) {
            this(text, syntax, complete, detail, problem, Aside.NONE);
        }

        /** Returns a short text that is complete. */
        public static Read plain(String text) {
            return new Read(Slice.of(text.getBytes(StandardCharsets.UTF_8)), Syntax.PLAIN, true, "", null);
        }

        /** Returns the same with words before its detail. */
        public Read because(String words) {
            String both = detail.isEmpty() ? words : words + " · " + detail;
            return new Read(text, syntax, complete, both, problem, aside);
        }

        /** Returns the same with nothing else to know but this. */
        public Read beside(Aside other) {
            return new Read(text, syntax, complete, detail, problem, other);
        }

        /** Returns the same with something else to know. */
        public Read knowing(Aside more) {
            return new Read(text, syntax, complete, detail, problem, aside.and(more));
        }
    }

    /**
     * It could not be read.
     *
     * @param reason a sentence without its end
     * @param marked whether the bytes carry the mark of the format, so that it is the one that was meant
     * @param aside what else there is to know; its note is told where nothing else can read the bytes either
     */
    record Failed(String reason, boolean marked, Aside aside) implements Decoded {

        /** Bytes of which there is nothing else to know. */
        public Failed(String reason, boolean marked) {
            this(reason, marked, Aside.NONE);
        }

        /** Bytes that are of another format, or nothing says of which. */
        public Failed(String reason) {
            this(reason, false);
        }

        /** Returns that it was the format that was meant. */
        public Failed meant() {
            return new Failed(reason, true, aside);
        }
    }

    /**
     * It may be readable soon: a schema is on its way.
     *
     * @param reason a sentence without its end
     */
    record Waiting(String reason) implements Decoded {}

    /** How a text is written. */
    enum Syntax {
        PLAIN,
        JSON,
        XML
    }
}
