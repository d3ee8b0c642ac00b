package dev.surveyor.filter;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;

/**
 * Goes to one field of a JSON document where its bytes lie, several times as fast as a parser, and no further. It only
 * knows plain documents: whatever is escaped on the way, not valid, nested deep or in any way strange is left to the
 * parser. What it does say is what the parser would say. For one document and one thread.
 */
final class JsonScan extends JsonSkipper {

    /** Instead of an index, for a step to a name. */
    static final int NAMED = -2;

    /** What stands at the end of a path. */
    enum Found {
        /** Something that only the parser can judge. */
        UNCLEAR,
        /** There is no such field. */
        NOTHING,
        /** A string, number, true, false or null. */
        SCALAR,
        /** An object or a list. */
        STRUCTURE
    }

    private int scalarStart;
    private int scalarEnd;
    private boolean scalarAscii = true;
    private JsonToken token = JsonToken.NOT_AVAILABLE;

    JsonScan(byte[] data, int from, int end) {
        super(data, from, end);
    }

    /** Returns the kind of the scalar that was found. */
    JsonToken token() {
        return token;
    }

    /** Returns the text of the scalar that was found: a string without its quotes, all others as they are written. */
    String text() {
        return new String(
                data,
                scalarStart,
                scalarEnd - scalarStart,
                scalarAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /**
     * Goes to the field. Of two fields of the same name the first one counts.
     *
     * @param names in UTF-8, the name of each step; not used for a step into a list
     * @param indexes of the element, for a step into a list; {@link #NAMED} for a step to a name
     * @param wholeStructure whether an object or a list at the end of the path has to be passed over, to see that it is
     *     valid
     */
    Found find(byte[][] names, int[] indexes, boolean wholeStructure) {
        skipSpace();
        if (at >= end || (data[at] != '{' && data[at] != '[')) {
            return Found.UNCLEAR;
        }
        for (int step = 0; step < names.length; step++) {
            skipSpace();
            if (at >= end) {
                return Found.UNCLEAR;
            }
            Found there = indexes[step] == NAMED ? field(names[step]) : element(indexes[step]);
            if (there != Found.STRUCTURE) {
                return there;
            }
        }
        return arrived(wholeStructure);
    }

    private Found arrived(boolean wholeStructure) {
        skipSpace();
        if (at >= end) {
            return Found.UNCLEAR;
        }
        if (data[at] == '{' || data[at] == '[') {
            return !wholeStructure || skipValue(0) ? Found.STRUCTURE : Found.UNCLEAR;
        }
        scalarStart = at;
        if (!skipValue(0)) {
            return Found.UNCLEAR;
        }
        scalarEnd = at;
        byte first = data[scalarStart];
        token = switch (first) {
            case '"' -> JsonToken.VALUE_STRING;
            case 't' -> JsonToken.VALUE_TRUE;
            case 'f' -> JsonToken.VALUE_FALSE;
            case 'n' -> JsonToken.VALUE_NULL;
            default -> numberToken();
        };
        return first == '"' && !plainString() ? Found.UNCLEAR : Found.SCALAR;
    }

    private JsonToken numberToken() {
        for (int i = scalarStart; i < scalarEnd; i++) {
            if (data[i] == '.' || data[i] == 'e' || data[i] == 'E') {
                return JsonToken.VALUE_NUMBER_FLOAT;
            }
        }
        return JsonToken.VALUE_NUMBER_INT;
    }

    /** Takes the quotes off; false where something in the string is escaped. */
    private boolean plainString() {
        scalarStart++;
        scalarEnd--;
        for (int i = scalarStart; i < scalarEnd; i++) {
            if (data[i] == '\\') {
                return false;
            }
            scalarAscii &= data[i] >= 0;
        }
        return true;
    }

    /** Stands at the value of the field afterwards, if it answers "structure": there is something. */
    private Found field(byte[] name) {
        if (data[at] != '{') {
            return skipValue(0) ? Found.NOTHING : Found.UNCLEAR;
        }
        at++;
        skipSpace();
        if (at < end && data[at] == '}') {
            at++;
            return Found.NOTHING;
        }
        while (true) {
            int nameStart = at + 1;
            if (at >= end || data[at] != '"' || !skipString(false)) {
                return Found.UNCLEAR;
            }
            int nameEnd = at - 1;
            if (!skip(':')) {
                return Found.UNCLEAR;
            }
            skipSpace();
            if (nameEnd - nameStart == name.length && sameBytes(nameStart, name)) {
                return Found.STRUCTURE;
            }
            if (!skipValue(0)) {
                return Found.UNCLEAR;
            }
            skipSpace();
            if (at >= end || (data[at] != ',' && data[at] != '}')) {
                return Found.UNCLEAR;
            }
            if (data[at++] == '}') {
                return Found.NOTHING;
            }
            skipSpace();
        }
    }

    private boolean sameBytes(int from, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (data[from + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private Found element(int index) {
        if (data[at] != '[') {
            return skipValue(0) ? Found.NOTHING : Found.UNCLEAR;
        }
        at++;
        skipSpace();
        if (at < end && data[at] == ']') {
            at++;
            return Found.NOTHING;
        }
        for (int i = 0; i < index; i++) {
            if (!skipValue(0)) {
                return Found.UNCLEAR;
            }
            skipSpace();
            if (at >= end || (data[at] != ',' && data[at] != ']')) {
                return Found.UNCLEAR;
            }
            if (data[at++] == ']') {
                return Found.NOTHING;
            }
            skipSpace();
        }
        return Found.STRUCTURE;
    }
}
