package dev.surveyor.codec;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How much a regular expression may do between two looks at its text. What counts looks alone never ends
 * a long row of groups that match nothing, for they look at nothing. The answer is never too small: a part
 * that may match nothing is taken to do so, as at the end of a text.
 */
public final class RegexEffort {

    /** An expression that may do more is refused. */
    public static final int MOST = 1_000;

    /** So much is thought to cost no more than a look. */
    private static final int FREE = 20;

    private static final int DEEPEST = 300;

    private final String source;
    private final boolean quoted;
    private final int limit;
    private int at;
    private int depth;

    private RegexEffort(String source, boolean quoted, int limit) {
        this.source = source;
        this.limit = limit;
        this.quoted = quoted;
    }

    /**
     * Returns how many looks each look of an expression, which compiles, is to be counted as; 1 for nearly all.
     *
     * @throws PatternSyntaxException as {@link #of} does
     */
    public static int looksPerLook(String source) {
        return Math.max(1, of(source) / FREE);
    }

    /**
     * Returns the steps that an expression, which compiles, may do without looking at a character, at most {@link #MOST}.
     *
     * @throws PatternSyntaxException where it may do more, with what to do instead and, where known, the place
     */
    public static int of(String source) {
        return of(source, MOST);
    }

    /** Returns what {@link #of(String)} does, with another limit. */
    static int of(String source, int most) {
        String plain = RegexQuotes.removedFrom(source);
        RegexEffort reader = new RegexEffort(plain, !plain.equals(source), most);
        return (int) Math.max(1, reader.bounded(0, reader.alternatives()).most());
    }

    private RegexSteps alternatives() {
        if (++depth > DEEPEST) {
            throw refused(at, "fewer groups in one another");
        }
        int from = at;
        RegexSteps all = sequence();
        while (take('|')) {
            all = bounded(from, all.or(sequence()));
        }
        depth--;
        return all;
    }

    private RegexSteps sequence() {
        int from = at;
        RegexSteps all = RegexSteps.NOTHING;
        while (at < source.length() && peek() != '|' && peek() != ')') {
            all = bounded(from, all.then(repeated()));
        }
        return all;
    }

    /** A quantifier in braces may follow another. */
    private RegexSteps repeated() {
        int from = at;
        RegexSteps steps = atom();
        while (at < source.length() && "*+?{".indexOf(peek()) >= 0) {
            steps = quantified(from, steps);
        }
        return steps;
    }

    private RegexSteps quantified(int atomAt, RegexSteps atom) {
        int from = at;
        long least = 0;
        long most = Long.MAX_VALUE;
        switch (source.charAt(at++)) {
            case '+' -> least = 1;
            case '?' -> most = 1;
            case '{' -> {
                least = number();
                most = !take(',') ? least : peek() == '}' ? most : number();
                take('}');
            }
            default -> {}
        }
        if (!take('?')) {
            take('+');
        }
        return bounded(most > 1 ? from : atomAt, atom.repeated(least, most));
    }

    private long number() {
        long number = 0;
        while (Character.isDigit(peek())) {
            number = Math.min(Integer.MAX_VALUE, number * 10 + (source.charAt(at++) - '0'));
        }
        return number;
    }

    private RegexSteps atom() {
        int from = at;
        char c = source.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> {
                at = classEnd(from);
                yield RegexSteps.LOOK;
            }
            case '^', '$' -> RegexSteps.ANCHOR;
            case '{' -> {
                // With nothing before it, it repeats that.
                at--;
                yield RegexSteps.NOTHING;
            }
            case '\\' -> escape();
            default -> {
                at += Character.isHighSurrogate(c) && Character.isLowSurrogate(peek()) ? 1 : 0;
                yield RegexSteps.LOOK;
            }
        };
    }

    private RegexSteps group() {
        if (!take('?')) {
            return closed(alternatives());
        }
        int from = at;
        if (take(':')) {
            return closed(alternatives());
        }
        if (take('>')) {
            return closed(alternatives()).once();
        }
        if (take('=') || take('!')) {
            return closed(alternatives()).ahead();
        }
        if (take('<')) {
            if (take('=') || take('!')) {
                return bounded(from, closed(alternatives()).behind());
            }
            at = source.indexOf('>', at) + 1;
            return closed(alternatives());
        }
        while (Character.isLetter(peek()) || peek() == '-') {
            if (source.charAt(at++) == 'x') {
                throw refused(at - 1, "an expression without (?x), so without blanks and remarks in it");
            }
        }
        return take(':') ? closed(alternatives()) : closed(RegexSteps.NOTHING);
    }

    private RegexSteps closed(RegexSteps inside) {
        take(')');
        return inside;
    }

    private RegexSteps escape() {
        char c = at < source.length() ? source.charAt(at++) : '\\';
        if (c == 'k' || (c >= '1' && c <= '9')) {
            at = c == 'k' ? source.indexOf('>', at) + 1 : at;
            return RegexSteps.REFERENCE;
        }
        if ("bBAzZG".indexOf(c) >= 0) {
            at += c == 'b' && source.startsWith("{g}", at) ? 3 : 0;
            return RegexSteps.ANCHOR;
        }
        if ("pPNx".indexOf(c) >= 0 && peek() == '{') {
            at = source.indexOf('}', at) + 1;
        } else if (c == 'c') {
            at++;
        }
        // The digits of \x41 and the like are read as characters of their own: a look is a look.
        return RegexSteps.LOOK;
    }

    /** A class ends at the first bracket with which it is one. */
    private int classEnd(int from) {
        for (int end = source.indexOf(']', from); end >= 0; end = source.indexOf(']', end + 1)) {
            try {
                Pattern.compile(source.substring(from, end + 1));
                return end + 1;
            } catch (PatternSyntaxException notYet) {
                // The bracket belongs to the class.
            }
        }
        return source.length();
    }

    private RegexSteps bounded(int from, RegexSteps steps) {
        if (steps.most() > limit) {
            throw refused(from, "fewer repetitions and choices of what may match nothing");
        }
        return steps;
    }

    private PatternSyntaxException refused(int index, String expected) {
        return new PatternSyntaxException("expected " + expected, source, quoted ? -1 : index);
    }

    private boolean take(char c) {
        boolean there = at < source.length() && source.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private char peek() {
        return at < source.length() ? source.charAt(at) : '\0';
    }
}
