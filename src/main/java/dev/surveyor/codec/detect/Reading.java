package dev.surveyor.codec.detect;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Aside;
import dev.surveyor.codec.format.Decoded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a key or value says, and how that was found.
 *
 * @param state whether it could be read
 * @param text what it says, in UTF-8; the raw bytes where it could not be read, null or empty where there is nothing
 * @param syntax how the text is written
 * @param complete whether all of it is in the text
 * @param decoder the name of the decoder that read it, or should have; empty where nothing could
 * @param detail what there is to know beside, in words: {@code Avro · schema 42}; empty for nothing
 * @param problem why it could not be read, or what is wrong with it although it could; a sentence without its end
 * @param chosen whether the user chose the decoder, rather than the bytes
 * @param attempts every decoder that was tried, in order, with what it answered
 * @param aside what else there is to know, which is no error
 */
public record Reading(
        State state,
        Slice text,
        Decoded.Syntax syntax,
        boolean complete,
        String decoder,
        String detail,
        @Nullable String problem,
        boolean chosen,
        List<Attempt> attempts,
        Aside aside) {

    private static final Aside AWAITED = Aside.brief("waiting for its schema");

    /** Whether there is a text. */
    public enum State {
        /** Null or no bytes: nothing to read. */
        NOTHING,
        READ,
        /** A schema is on its way. */
        WAITING,
        /** Nothing could read it: these are raw bytes. */
        RAW,
        /** A decoder that the user chose, or that the bytes ask for, could not read it. */
        FAILED
    }

    /** The answer of one decoder. */
    public record Attempt(String decoder, Decoded decoded) {

        /** Returns why it could not, or null where it could. */
        public @Nullable String reason() {
            if (decoded instanceof Decoded.Failed failed) {
                return failed.reason();
            }
            return decoded instanceof Decoded.Waiting waiting ? waiting.reason() : null;
        }
    }

    public Reading {
        attempts = List.copyOf(attempts);
    }

    /** Returns whether the record counts as one that could not be decoded, or not rightly. */
    public boolean broken() {
        return state == State.FAILED || (state == State.READ && problem != null);
    }

    static Reading nothing(Slice bytes) {
        return new Reading(
                State.NOTHING, bytes, Decoded.Syntax.PLAIN, true, "", "", null, false, List.of(), Aside.NONE);
    }

    /** Returns the reading that follows from the attempts on the raw bytes; the last one counts. */
    static Reading of(Slice raw, List<Attempt> attempts, boolean chosen) {
        Attempt last = attempts.get(attempts.size() - 1);
        if (last.decoded() instanceof Decoded.Read read) {
            return new Reading(
                    State.READ,
                    read.text(),
                    read.syntax(),
                    read.complete(),
                    last.decoder(),
                    read.detail(),
                    read.problem(),
                    chosen,
                    attempts,
                    read.aside().and(noted(attempts).withoutBrief()));
        }
        if (last.decoded() instanceof Decoded.Waiting waiting) {
            return raw(State.WAITING, raw, last.decoder(), waiting.reason(), chosen, attempts, AWAITED);
        }
        Attempt wanted = chosen ? last : marked(attempts);
        return wanted != null && wanted.decoded() instanceof Decoded.Failed failed
                ? raw(State.FAILED, raw, wanted.decoder(), failed.reason(), chosen, attempts, failed.aside())
                : raw(State.RAW, raw, "", null, chosen, attempts, noted(attempts));
    }

    private static Reading raw(
            State state,
            Slice raw,
            String decoder,
            @Nullable String problem,
            boolean chosen,
            List<Attempt> attempts,
            Aside aside) {
        return new Reading(state, raw, Decoded.Syntax.PLAIN, true, decoder, "", problem, chosen, attempts, aside);
    }

    /** Returns what those had to say that could not read it. */
    private static Aside noted(List<Attempt> attempts) {
        Aside noted = Aside.NONE;
        for (Attempt attempt : attempts) {
            noted = attempt.decoded() instanceof Decoded.Failed failed ? noted.and(failed.aside()) : noted;
        }
        return noted;
    }

    /** Returns the decoder whose mark the bytes carry although it could not read them, or null. */
    private static @Nullable Attempt marked(List<Attempt> attempts) {
        for (Attempt attempt : attempts) {
            if (attempt.decoded() instanceof Decoded.Failed failed && failed.marked()) {
                return attempt;
            }
        }
        return null;
    }
}
