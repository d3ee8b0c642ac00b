package dev.surveyor.codec.snippet;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import java.util.ArrayList;
import java.util.List;

/** Text and bytes as they may stand in source code. */
final class SourceText {

    private SourceText() {}

    /** Returns whether bytes are UTF-8 without control characters, so that a text literal says them exactly. */
    static boolean isText(Slice bytes) {
        Utf8Text text = Utf8Text.of(bytes, bytes.length());
        return text.valid() && text.controls() == 0;
    }

    /** Returns the characters of bytes for which {@link #isText} holds. */
    static String text(Slice bytes) {
        return Utf8Text.of(bytes, bytes.length()).text();
    }

    /** Returns a literal in double quotes for Java with nothing but ASCII in it, so that the encoding of the source does not matter. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(point -> append(out, point));
        return out.append('"').toString();
    }

    /** Returns a literal for Go, where each byte can be written by its number. */
    static String byteLiteral(Slice bytes) {
        StringBuilder out = new StringBuilder(bytes.length() * 4 + 2).append('"');
        for (int i = 0; i < bytes.length(); i++) {
            Hex.append(out.append("\\x"), bytes.at(i));
        }
        return out.append('"').toString();
    }

    /** Returns the text in pieces of at most so many characters; no piece ends inside a surrogate pair. */
    static List<String> pieces(String text, int most) {
        List<String> pieces = new ArrayList<>(text.length() / most + 1);
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + most);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    private static void append(StringBuilder out, int point) {
        switch (point) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (point >= 0x20 && point < 0x7f) {
                    out.append((char) point);
                } else {
                    escape(out, point);
                }
            }
        }
    }

    private static void escape(StringBuilder out, int point) {
        for (char unit : Character.toChars(point)) {
            Hex.append(out.append("\\u"), unit >> Byte.SIZE);
            Hex.append(out, unit);
        }
    }
}
