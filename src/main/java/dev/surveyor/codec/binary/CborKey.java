package dev.surveyor.codec.binary;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.JsonText;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.UndecodableException;
import java.util.Locale;

/**
 * A key of a map that is no text, in the diagnostic notation of CBOR (RFC 8949, section 8): {@code 18446744073709551615},
 * {@code h'00ff'}, {@code [1, "a"]}, {@code 32("x")}.
 */
final class CborKey {

    private static final int DEEPEST = 16;
    private static final int LONGEST = 4096;

    private final ByteReader in;
    private final StringBuilder out = new StringBuilder();

    private CborKey(ByteReader in) {
        this.in = in;
    }

    static String read(CborItem first, ByteReader in) {
        CborKey key = new CborKey(in);
        key.item(first, 0);
        return key.out.toString();
    }

    private void item(CborItem item, int depth) {
        if (depth > DEEPEST || out.length() > LONGEST) {
            throw new UndecodableException("a map's key that is nested deeper than " + DEEPEST
                    + " levels or longer than " + LONGEST + " characters");
        }
        switch (item.type()) {
            case CborItem.UNSIGNED, CborItem.NEGATIVE -> out.append(item.digits());
            case CborItem.BYTES ->
                out.append("h'")
                        .append(Hex.plain(item.bytes(in)).toLowerCase(Locale.ROOT))
                        .append('\'');
            case CborItem.TEXT -> out.append(JsonText.quote(item.text(in)));
            case CborItem.ARRAY, CborItem.MAP -> group(item, depth);
            case CborItem.TAG -> {
                out.append(Long.toUnsignedString(item.argument())).append('(');
                item(CborItem.next(in), depth + 1);
                out.append(')');
            }
            default -> out.append(simple(item));
        }
    }

    private void group(CborItem group, int depth) {
        boolean map = group.type() == CborItem.MAP;
        out.append(map ? '{' : '[');
        long left = group.indefinite() ? Long.MAX_VALUE : group.count(in);
        for (long i = 0; i < left; i++) {
            CborItem first = CborItem.next(in);
            if (group.indefinite() && first.isBreak()) {
                break;
            }
            out.append(i == 0 ? "" : ", ");
            item(first, depth + 1);
            if (map) {
                out.append(": ");
                item(CborItem.next(in), depth + 1);
            }
        }
        out.append(map ? '}' : ']');
    }

    private static String simple(CborItem item) {
        return switch (item.info()) {
            case 20 -> "false";
            case 21 -> "true";
            case 22 -> "null";
            case 23 -> "undefined";
            case 25 -> Float.toString(item.half());
            case 26 -> Float.toString(Float.intBitsToFloat((int) item.argument()));
            case 27 -> Double.toString(Double.longBitsToDouble(item.argument()));
            case 31 -> throw new UndecodableException("an end where a key should be");
            default -> "simple(" + item.argument() + ")";
        };
    }
}
