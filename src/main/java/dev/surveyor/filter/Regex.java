package dev.surveyor.filter;

import dev.surveyor.codec.CountedText;
import dev.surveyor.codec.RegexEffort;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that always ends: it may look at so many characters and no more, for some expressions take years
 * on a short text. Where the expression cannot match without a certain text, the bytes are searched for that first, and
 * gone over once for its outline; only what is left is decoded.
 */
final class Regex {

    private static final int LEAST_STEPS = 200_000;
    private static final int STEPS_PER_CHARACTER = 100;
    private static final int MOST_STEPS = 20_000_000;

    private final Pattern pattern;
    private final int leastSteps;
    private final int looksPerLook;
    private final @Nullable ByteNeedle required;
    private final @Nullable ByteAutomaton outline;

    /** Throws a {@link java.util.regex.PatternSyntaxException} where the source is no expression, or does too much. */
    Regex(String source, int flags) {
        this(source, flags, LEAST_STEPS);
    }

    /** @param leastSteps how many looks there are for a short text */
    Regex(String source, int flags, int leastSteps) {
        this.leastSteps = leastSteps;
        boolean ascii = source.chars().allMatch(c -> c < 0x80);
        boolean anyCase = (flags & Pattern.CASE_INSENSITIVE) != 0;
        int allFlags = anyCase && !ascii ? flags | Pattern.UNICODE_CASE : flags;
        this.pattern = Pattern.compile(source, allFlags);
        this.looksPerLook = RegexEffort.looksPerLook(source);
        String literal = ascii || (!anyCase && ofWholeCharacters(source)) ? RequiredText.of(source) : "";
        this.required = literal.length() < 2 ? null : new ByteNeedle(literal.getBytes(StandardCharsets.UTF_8), anyCase);
        this.outline = RegexOutline.of(source, allFlags);
    }

    /** Returns whether each character of the source is one in Java, and is there in UTF-8 as it is in text. */
    private static boolean ofWholeCharacters(String source) {
        return source.chars().noneMatch(c -> Character.isSurrogate((char) c) || c == 0xfffd);
    }

    /** Returns the bytes without which there can be no match, or null where nothing is known. */
    @Nullable
    ByteNeedle required() {
        return required;
    }

    /** Returns whether the expression occurs in the bytes, read as UTF-8; undecided where it takes too long. */
    Verdict find(byte[] data, int from, int to) {
        if (!mayMatch(data, from, to)) {
            return Verdict.NO_MATCH;
        }
        return run(new String(data, from, to - from, StandardCharsets.UTF_8), false);
    }

    /** Returns whether the bytes as a whole are what the expression describes. */
    Verdict matchesWhole(byte[] data, int from, int to) {
        if (!mayMatch(data, from, to)) {
            return Verdict.NO_MATCH;
        }
        return run(new String(data, from, to - from, StandardCharsets.UTF_8), true);
    }

    /** Returns false where the bytes alone show that there is no match. */
    private boolean mayMatch(byte[] data, int from, int to) {
        return (required == null || required.occursIn(data, from, to))
                && (outline == null || outline.occursIn(data, from, to));
    }

    /** Returns where the expression occurs first, begin and end; nothing where it does not or takes too long. */
    int[] where(String text) {
        try {
            Matcher matcher = matcher(text);
            return matcher.find() ? new int[] {matcher.start(), matcher.end()} : new int[0];
        } catch (TooLongException | StackOverflowError endless) {
            return new int[0];
        }
    }

    private int stepsPerCharacter() {
        return leastSteps / (LEAST_STEPS / STEPS_PER_CHARACTER);
    }

    private Matcher matcher(String text) {
        long budget = Math.min(MOST_STEPS, leastSteps + (long) stepsPerCharacter() * text.length());
        if (looksPerLook > 1 && (long) looksPerLook * text.length() > budget) {
            // Each place of the text is tried, with or without a look.
            throw new TooLongException();
        }
        return pattern.matcher(new FewLooks(text, (int) budget / looksPerLook));
    }

    Verdict run(String text, boolean whole) {
        return decided(() -> {
            Matcher matcher = matcher(text);
            return whole ? matcher.matches() : matcher.find();
        });
    }

    /** Returns the answer; undecided where it took too many looks, or more of the stack than there is. */
    static Verdict decided(BooleanSupplier answer) {
        try {
            return Verdict.of(answer.getAsBoolean());
        } catch (TooLongException | StackOverflowError endless) {
            return Verdict.UNDECIDED;
        }
    }

    /** Ends an expression that looked at too many characters. */
    private static final class TooLongException extends RuntimeException {

        TooLongException() {
            super("too many steps", null, false, false);
        }
    }

    /** A text that may be looked at so often. */
    private static final class FewLooks extends CountedText {
        private int left;

        FewLooks(String text, int looks) {
            super(text);
            this.left = looks;
        }

        @Override
        protected void look() {
            if (--left < 0) {
                throw new TooLongException();
            }
        }
    }
}
