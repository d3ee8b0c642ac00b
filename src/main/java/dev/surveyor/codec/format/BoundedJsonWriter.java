package dev.surveyor.codec.format;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document in UTF-8, without white space, up to a size and a depth. A document that grows too large is
 * closed where it stands, so that it can be shown as far as it goes. Not safe for several threads.
 */
public final class BoundedJsonWriter {

    /** How deep objects and lists may be nested. */
    public static final int MAX_DEPTH = 500;

    private static final int LONGEST_TAIL = 16;

    private final int maxBytes;
    private final boolean[] objects = new boolean[MAX_DEPTH + 1];
    private byte[] out = new byte[256];
    private int size;
    private int depth;
    private boolean first = true;
    private boolean afterName;
    private boolean cut;
    private @Nullable String problem;

    /** @param maxBytes how large the document may become, about */
    public BoundedJsonWriter(int maxBytes) {
        this.maxBytes = Math.max(64, maxBytes);
    }

    /** Ends a document that became too large. */
    static final class FullException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FullException() {
            super("full", null, false, false);
        }
    }

    /** What writes a document. */
    @FunctionalInterface
    public interface Body {
        void write(BoundedJsonWriter json);
    }

    /** Returns the document that the body writes, cut at the size; a body that is undecodable throws on. */
    public static Decoded.Read document(int maxBytes, Body body) {
        BoundedJsonWriter json = new BoundedJsonWriter(maxBytes);
        try {
            body.write(json);
        } catch (FullException full) {
            json.cut = true;
            json.closeAll();
        }
        return json.read();
    }

    /**
     * Returns the document that the body writes as far as it can be written: where it turns out to be undecodable on the
     * way, what was written before is closed, and the reason is its problem. Throws on where nothing was written yet.
     */
    public static Decoded.Read whatCanBeRead(int maxBytes, Body body) {
        BoundedJsonWriter json = new BoundedJsonWriter(maxBytes);
        try {
            body.write(json);
        } catch (FullException full) {
            json.cut = true;
            json.closeAll();
        } catch (UndecodableException broken) {
            if (json.size <= 1) {
                throw broken;
            }
            json.cut = true;
            json.problem = broken.reason();
            json.closeAll();
        }
        return json.read();
    }

    /** Says what is wrong with what is read although all of it is written; a sentence without its end. */
    public void problem(String words) {
        problem = words;
    }

    private Decoded.Read read() {
        return new Decoded.Read(Slice.of(out, 0, size), Decoded.Syntax.JSON, !cut, "", problem);
    }

    public BoundedJsonWriter startObject() {
        return open('{', true);
    }

    public BoundedJsonWriter startArray() {
        return open('[', false);
    }

    public BoundedJsonWriter endObject() {
        return close('}');
    }

    public BoundedJsonWriter endArray() {
        return close(']');
    }

    public BoundedJsonWriter name(String name) {
        separate();
        quoted(name);
        put(':');
        afterName = true;
        return this;
    }

    public BoundedJsonWriter string(String text) {
        separate();
        quoted(text);
        return this;
    }

    /** Writes a value that is JSON already, as it stands. */
    public BoundedJsonWriter json(Slice value) {
        separate();
        grow(value.length());
        System.arraycopy(value.data(), value.start(), out, size, value.length());
        size += value.length();
        return this;
    }

    /** Writes a number, true, false or null, whose text is plain ASCII. */
    public BoundedJsonWriter literal(String text) {
        separate();
        int length = text.length();
        grow(length);
        for (int i = 0; i < length; i++) {
            out[size++] = (byte) text.charAt(i);
        }
        return this;
    }

    public BoundedJsonWriter number(long number) {
        return literal(Long.toString(number));
    }

    /** Writes a fraction; what JSON has no number for is written as a string: {@code "NaN"}. */
    public BoundedJsonWriter number(double number) {
        return Double.isFinite(number) ? literal(Double.toString(number)) : string(Double.toString(number));
    }

    /** Writes a fraction of single precision with no more digits than it has. */
    public BoundedJsonWriter number(float number) {
        return Float.isFinite(number) ? literal(Float.toString(number)) : string(Float.toString(number));
    }

    public BoundedJsonWriter bool(boolean value) {
        return literal(value ? "true" : "false");
    }

    public BoundedJsonWriter nothing() {
        return literal("null");
    }

    /** Writes bytes as a string in Base64. */
    public BoundedJsonWriter binary(Slice bytes) {
        separate();
        int most = (maxBytes / 4) * 3 + 3;
        Slice shown = bytes.first(most);
        cut |= shown.length() < bytes.length();
        byte[] encoded = Base64.getEncoder().encode(shown.bytes());
        grow(encoded.length + 2);
        out[size++] = '"';
        System.arraycopy(encoded, 0, out, size, encoded.length);
        size += encoded.length;
        out[size++] = '"';
        return this;
    }

    /** Returns what to throw to end the document where it stands, as one of which more would follow. */
    public RuntimeException cut() {
        return new FullException();
    }

    /** Writes what the body writes, or nothing at all where that turns out to be undecodable. Returns whether it did. */
    public boolean attempt(Runnable body) {
        int sizeBefore = size;
        int depthBefore = depth;
        boolean firstBefore = first;
        boolean afterNameBefore = afterName;
        try {
            body.run();
            return true;
        } catch (UndecodableException broken) {
            size = sizeBefore;
            depth = depthBefore;
            first = firstBefore;
            afterName = afterNameBefore;
            return false;
        }
    }

    /** Returns how many bytes there are. */
    public int size() {
        return size;
    }

    private BoundedJsonWriter open(char bracket, boolean object) {
        if (depth == MAX_DEPTH) {
            throw new UndecodableException("nested deeper than " + MAX_DEPTH + " levels");
        }
        separate();
        put(bracket);
        objects[++depth] = object;
        first = true;
        return this;
    }

    private BoundedJsonWriter close(char bracket) {
        put(bracket);
        depth--;
        first = false;
        return this;
    }

    private void closeAll() {
        if (afterName) {
            literalAtEnd("null");
        }
        while (depth > 0) {
            literalAtEnd(objects[depth] ? "}" : "]");
            depth--;
        }
    }

    private void literalAtEnd(String text) {
        grow(text.length());
        for (int i = 0; i < text.length(); i++) {
            out[size++] = (byte) text.charAt(i);
        }
    }

    /** Between tokens: the one place where a document that is too large ends. */
    private void separate() {
        if (size > maxBytes) {
            throw new FullException();
        }
        if (afterName) {
            afterName = false;
        } else if (!first) {
            put(',');
        }
        first = false;
    }

    private void put(char c) {
        grow(1);
        out[size++] = (byte) c;
    }

    private void quoted(String text) {
        put('"');
        int most = Math.min(text.length(), maxBytes + LONGEST_TAIL);
        cut |= most < text.length();
        int plainFrom = 0;
        for (int i = 0; i < most; i++) {
            char c = text.charAt(i);
            boolean surrogate = Character.isSurrogate(c);
            boolean paired = surrogate && paired(text, i, c);
            if (c < 0x20 || c == '"' || c == '\\' || c == 0x7f || (surrogate && !paired)) {
                plain(text, plainFrom, i);
                escape(c);
                plainFrom = i + 1;
            }
        }
        boolean splits = most < text.length() && most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        plain(text, plainFrom, splits ? most - 1 : most);
        put('"');
    }

    private static boolean paired(String text, int at, char c) {
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private void plain(String text, int from, int to) {
        if (from < to) {
            byte[] bytes = text.substring(from, to).getBytes(StandardCharsets.UTF_8);
            grow(bytes.length);
            System.arraycopy(bytes, 0, out, size, bytes.length);
            size += bytes.length;
        }
    }

    private void escape(char c) {
        String escaped =
                switch (c) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\t' -> "\\t";
                    default -> {
                        StringBuilder code = new StringBuilder("\\u");
                        Hex.append(code, c >> 8);
                        Hex.append(code, c);
                        yield code.toString();
                    }
                };
        plain(escaped, 0, escaped.length());
    }

    private void grow(int more) {
        if (size + more > out.length) {
            out = Arrays.copyOf(out, Math.max(size + more, out.length + (out.length >> 1)));
        }
    }
}
