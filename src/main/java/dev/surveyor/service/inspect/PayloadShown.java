package dev.surveyor.service.inspect;

import dev.surveyor.codec.detect.Reading;
import org.jspecify.annotations.Nullable;

/**
 * All that is shown of a key or value at one time.
 *
 * @param body what is drawn in the middle
 * @param problem why it is not shown as asked; empty for nothing
 * @param summary its size and what it is, or how much of it is shown
 * @param more whether more of it can be loaded
 * @param save whether it is offered to save it
 * @param layable whether it can be laid out as one field a line, and back
 * @param read how it was decoded, with what was asked for; null where nothing is said about that
 * @param aside of which reading it is said what else there is to know; null for none
 */
public record PayloadShown(
        Body body,
        String problem,
        String summary,
        boolean more,
        boolean save,
        boolean layable,
        @Nullable ReadPart read,
        @Nullable Reading aside) {

    /** Nothing. */
    public static final PayloadShown NOTHING =
            new PayloadShown(new Body.Word(""), "", "", false, false, false, null, null);

    /** What is in the middle. */
    public sealed interface Body {

        /** Nothing any more of what is seen, which keeps its place and its focus for what comes. */
        record Blank() implements Body {}

        /** A word, or why there is nothing else. */
        record Word(String words) implements Body {}

        /** It is being made. */
        record Working(String words) implements Body {}

        record Drawn(Payload.Body content) implements Body {}
    }

    public static PayloadShown of(ReadPart read) {
        Payload.Body content = read.payload().body();
        return new PayloadShown(
                content instanceof Payload.Body.Nothing ? new Body.Word(read.nothing()) : new Body.Drawn(content),
                read.problem(),
                read.summary(),
                read.more(),
                read.worthSaving(),
                read.layable(),
                read,
                read.reading());
    }

    public PayloadShown with(Body other) {
        return new PayloadShown(other, problem, summary, more, save, layable, read, aside);
    }

    /** Returns what is left while something else is being made: how this was decoded, until that is known anew. */
    public PayloadShown blank() {
        return new PayloadShown(new Body.Blank(), "", "", false, false, false, read, aside);
    }

    /** Returns nothing but why, and whether the bytes can be saved all the same. */
    public PayloadShown failed(String why, boolean savable) {
        return new PayloadShown(new Body.Word(why), "", "", false, savable, false, null, aside);
    }
}
