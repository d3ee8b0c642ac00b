package dev.surveyor.codec;

import org.jspecify.annotations.Nullable;

/**
 * What a key or value is, found by reading all of it. Nothing is guessed: bytes that could be several things are binary.
 *
 * @param kind what it is
 * @param problem why it is broken, or null
 * @param position the index of the byte at which it breaks, -1 for none
 */
public record Content(Kind kind, @Nullable String problem, long position) {

    /** The kinds that can be told apart without being told. */
    public enum Kind {
        NULL,
        EMPTY,
        /** An object or a list, whole and valid. */
        JSON,
        /** UTF-8, without control characters but line breaks and tabs. */
        TEXT,
        BINARY,
        /** Begins as JSON with at least one whole token inside, and breaks later. */
        BROKEN_JSON,
        /** Mostly text, with bytes that are not UTF-8. */
        BROKEN_TEXT;

        /** Returns whether this counts as a record that could not be decoded. */
        public boolean broken() {
            return this == BROKEN_JSON || this == BROKEN_TEXT;
        }
    }

    /** Reads the bytes once or twice; the time is linear in their number. */
    public static Content of(Slice bytes) {
        if (bytes.isNull()) {
            return new Content(Kind.NULL, null, -1);
        }
        if (bytes.isEmpty()) {
            return new Content(Kind.EMPTY, null, -1);
        }
        if (Json.looksLike(bytes)) {
            JsonCheck check = Json.check(bytes);
            Json.Problem problem = check.problem();
            if (problem == null) {
                return new Content(Kind.JSON, null, -1);
            }
            // A log line may begin as "[2026-11-22]" does: one number in brackets is not JSON that broke.
            int leastTokens = firstVisible(bytes) == '[' ? 3 : 2;
            if (!check.wholeValue()
                    && check.tokens() >= leastTokens
                    && !text(bytes).kind().broken()) {
                return new Content(Kind.BROKEN_JSON, "not JSON, " + problem, problem.position());
            }
        }
        return text(bytes);
    }

    private static byte firstVisible(Slice bytes) {
        int at = 0;
        while (bytes.at(at) <= ' ') {
            at++;
        }
        return bytes.at(at);
    }

    private static Content text(Slice bytes) {
        Utf8Reader reader = new Utf8Reader(bytes.data(), bytes.start(), bytes.end());
        int errors = 0;
        int controls = 0;
        int firstError = -1;
        while (reader.hasNext()) {
            int at = reader.position();
            int point = reader.next();
            if (point == Utf8Reader.BAD) {
                firstError = errors == 0 ? at - bytes.start() : firstError;
                errors++;
            } else if (Utf8Text.isControl(point)) {
                controls++;
            }
        }
        if (Utf8Text.looksBinary(errors, controls, bytes.length())) {
            return new Content(Kind.BINARY, null, -1);
        }
        return errors > 0
                ? new Content(Kind.BROKEN_TEXT, "not UTF-8 @" + firstError, firstError)
                : new Content(Kind.TEXT, null, -1);
    }
}
