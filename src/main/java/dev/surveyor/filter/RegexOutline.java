package dev.surveyor.filter;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Draws the outline of a regular expression over the bytes of UTF-8: whatever the expression matches is in the outline,
 * and not much else. Where no run of bytes is in it, there is no match, and nothing needs to be decoded. What cannot be
 * told by going once over the bytes is drawn too large: anchors and looks around are left out, a reference back is
 * anything, a character beyond ASCII in a class is any bytes beyond ASCII.
 */
final class RegexOutline {

    /** More repetitions are drawn as any number of them. */
    private static final int MOST_REPETITIONS = 20;

    private static final int DEEPEST = 100;

    private final String source;
    private final boolean anyCase;
    private final boolean unicodeCase;
    private final boolean dotAll;
    private final ByteGraph graph = new ByteGraph();
    private int at;
    private int depth;

    /** Something that is not drawn at all. */
    private static final class NotDrawnException extends Exception {
        private static final long serialVersionUID = 1L;

        NotDrawnException() {
            super("not drawn", null, false, false);
        }
    }

    private RegexOutline(String source, int flags) {
        this.source = source;
        this.anyCase = (flags & Pattern.CASE_INSENSITIVE) != 0;
        this.unicodeCase = (flags & Pattern.UNICODE_CASE) != 0;
        this.dotAll = (flags & Pattern.DOTALL) != 0;
    }

    /**
     * Returns the outline of an expression that compiles, or null where it would say nothing or grow too large.
     *
     * @param flags those of {@link Pattern} for case and dot
     */
    static @Nullable ByteAutomaton of(String source, int flags) {
        try {
            return new RegexOutline(source, flags).draw();
        } catch (NotDrawnException | ByteGraph.TooLargeException notKnown) {
            return null;
        }
    }

    private @Nullable ByteAutomaton draw() throws NotDrawnException, ByteGraph.TooLargeException {
        int start = graph.add();
        int end = alternatives(start);
        if (at < source.length()) {
            throw new NotDrawnException();
        }
        graph.finish(start, end);
        return ByteAutomaton.of(graph);
    }

    /** Draws from a place on, and returns the place where it ends. */
    private int alternatives(int from) throws NotDrawnException, ByteGraph.TooLargeException {
        if (++depth > DEEPEST) {
            throw new NotDrawnException();
        }
        int end = graph.add();
        graph.join(sequence(branch(from)), end);
        while (peek() == '|') {
            at++;
            graph.join(sequence(branch(from)), end);
        }
        depth--;
        return end;
    }

    private int branch(int from) throws ByteGraph.TooLargeException {
        int begin = graph.add();
        graph.join(from, begin);
        return begin;
    }

    private int sequence(int from) throws NotDrawnException, ByteGraph.TooLargeException {
        int end = from;
        while (at < source.length() && peek() != '|' && peek() != ')') {
            end = repeated(end);
        }
        return end;
    }

    /** Draws an atom as often as its quantifier says. */
    private int repeated(int from) throws NotDrawnException, ByteGraph.TooLargeException {
        int atomAt = at;
        int begin = branch(from);
        int end = atom(begin);
        RegexQuantifier times = RegexQuantifier.at(source, at);
        if (times == null) {
            throw new NotDrawnException();
        }
        int afterQuantifier = times.sourceEnd();
        int least = times.least();
        boolean endless = times.most() < 0 || times.most() > MOST_REPETITIONS;
        int copies = endless ? Math.max(1, Math.min(least, MOST_REPETITIONS)) : Math.max(1, times.most());
        int exit = graph.add();
        if (least == 0) {
            graph.join(begin, exit);
        }
        for (int done = 1; done < copies; done++) {
            if (done >= least) {
                graph.join(end, exit);
            }
            at = atomAt;
            begin = branch(end);
            end = atom(begin);
        }
        if (endless) {
            graph.join(end, begin);
        }
        if (times.most() != 0) {
            graph.join(end, exit);
        }
        at = afterQuantifier;
        return exit;
    }

    private int atom(int from) throws NotDrawnException, ByteGraph.TooLargeException {
        char c = source.charAt(at++);
        return switch (c) {
            case '(' -> group(from);
            case '[' -> {
                ByteSet set = RegexClasses.inBrackets(source, at, anyCase, unicodeCase);
                at = set.sourceEnd();
                yield edge(from, set);
            }
            case '.' ->
                edge(from, dotAll ? ByteSet.anything() : ByteSet.anything().without('\n', '\r'));
            case '^', '$' -> from;
            case '\\' -> escape(from);
            case '*', '+', '?', '{' -> throw new NotDrawnException();
            default -> literal(from, c);
        };
    }

    private int group(int from) throws NotDrawnException, ByteGraph.TooLargeException {
        boolean leftOut = false;
        if (peek() == '?') {
            at++;
            String rest = source.substring(at, Math.min(source.length(), at + 2));
            if (rest.startsWith(":") || rest.startsWith(">")) {
                at++;
            } else if (rest.startsWith("=") || rest.startsWith("!")) {
                at++;
                leftOut = true;
            } else if (rest.equals("<=") || rest.equals("<!")) {
                at += 2;
                leftOut = true;
            } else if (rest.startsWith("<") && source.indexOf('>', at) > 0) {
                at = source.indexOf('>', at) + 1;
            } else {
                throw new NotDrawnException();
            }
        }
        int end = alternatives(leftOut ? graph.add() : branch(from));
        if (peek() != ')') {
            throw new NotDrawnException();
        }
        at++;
        return leftOut ? from : end;
    }

    private int escape(int from) throws NotDrawnException, ByteGraph.TooLargeException {
        char c = at < source.length() ? source.charAt(at++) : 'Q';
        if ("bBAzZG".indexOf(c) >= 0) {
            return from;
        }
        if (c >= '1' && c <= '9') {
            while (peek() >= '0' && peek() <= '9') {
                at++;
            }
            graph.join(from, ByteSet.anything().bytes(), from);
            return branch(from);
        }
        if (c == 'p' || c == 'P') {
            int close = peek() == '{' ? source.indexOf('}', at) : at;
            if (close < 0) {
                throw new NotDrawnException();
            }
            at = close + 1;
            return edge(from, ByteSet.anything());
        }
        ByteSet set = RegexClasses.escaped(c);
        if (set != null) {
            return edge(from, set);
        }
        if (Character.isLetterOrDigit(c)) {
            throw new NotDrawnException();
        }
        return literal(from, c);
    }

    private int literal(int from, char c) throws ByteGraph.TooLargeException {
        if (c < 0x80) {
            return edge(from, RegexClasses.letter(c, anyCase, unicodeCase));
        }
        boolean pair = Character.isHighSurrogate(c) && Character.isLowSurrogate(peek());
        at += pair ? 1 : 0;
        // A replacement character stands for bytes that are no character.
        if (anyCase || Character.isSurrogate(c) || c == '\ufffd') {
            return edge(from, anyCase ? ByteSet.anything() : ByteSet.beyondAscii());
        }
        int end = from;
        for (byte octet : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
            end = edge(end, ByteSet.of(octet & 0xff));
        }
        return end;
    }

    /** Joins by one character: a byte of ASCII, or any number of those beyond. */
    private int edge(int from, ByteSet set) throws ByteGraph.TooLargeException {
        int begin = branch(from);
        int end = graph.add();
        graph.join(begin, set.bytes(), end);
        if (set.goesBeyondAscii()) {
            int more = branch(end);
            graph.join(more, ByteSet.beyondAscii().bytes(), end);
        }
        return end;
    }

    private char peek() {
        return at < source.length() ? source.charAt(at) : '\0';
    }
}
