package dev.surveyor.filter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.surveyor.codec.Json;
import dev.surveyor.codec.Slice;
import dev.surveyor.filter.JsonPath.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks about a field of a JSON document. The bytes are searched for the field's name first; only where it occurs is the
 * document scanned, up to the field and no further, and only what is not plain there is parsed. Of two fields with the same name the first one counts.
 */
final class JsonFieldPredicate implements BytesPredicate {

    private static final ByteNeedle ESCAPE = Needle.exact("\\u");

    private final List<Step> steps;
    private final @Nullable ScalarPredicate scalar;
    private final boolean negated;
    private final @Nullable ByteNeedle name;
    private final byte[][] names;
    private final int[] indexes;
    private final boolean scannable;

    JsonFieldPredicate(JsonPath path, @Nullable Operator operator, @Nullable Operand operand) {
        this.steps = path.steps();
        this.negated = operator == Operator.NOT_EQUAL;
        this.scalar = operator == null || operand == null
                ? null
                : new ScalarPredicate(negated ? Operator.EQUAL : operator, operand);
        this.name = lastName(steps);
        this.names = new byte[steps.size()][];
        this.indexes = new int[steps.size()];
        boolean everyElement = false;
        for (int i = 0; i < indexes.length; i++) {
            String field = steps.get(i).name();
            names[i] = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
            indexes[i] = field == null ? steps.get(i).index() : JsonScan.NAMED;
            everyElement |= indexes[i] == JsonPath.EVERY;
        }
        this.scannable = !everyElement;
    }

    private static @Nullable ByteNeedle lastName(List<Step> steps) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            String name = steps.get(i).name();
            if (name != null) {
                boolean plain = name.chars().allMatch(c -> c >= 0x20 && c != '"' && c != '\\' && c != '/');
                return plain ? Needle.exact('"' + name + '"') : null;
            }
        }
        return null;
    }

    @Override
    public Verdict test(byte[] data, int start, int length) {
        if (length <= 0) {
            return Verdict.NO_MATCH;
        }
        Slice bytes = Slice.of(data, start, length);
        if (!Json.looksLike(bytes)) {
            return Json.valid(bytes) ? Verdict.NO_MATCH : Verdict.UNDECIDED;
        }
        int end = start + length;
        if (name != null && !name.occursIn(data, start, end) && !ESCAPE.occursIn(data, start, end)) {
            return Verdict.NO_MATCH;
        }
        Verdict scanned = scannable ? scan(data, start, end) : null;
        return scanned == null ? parse(bytes) : scanned;
    }

    /** Returns what a quick look at the bytes says, or null where it takes a parser. */
    @Nullable
    Verdict scan(byte[] data, int start, int end) {
        ScalarPredicate test = scalar;
        JsonScan scan = new JsonScan(data, start, end);
        return switch (scan.find(names, indexes, test != null)) {
            case UNCLEAR -> null;
            case NOTHING -> Verdict.NO_MATCH;
            case SCALAR -> {
                Verdict verdict = test == null ? Verdict.MATCH : test.test(scan.token(), scan.text());
                yield negated ? verdict.negated() : verdict;
            }
            case STRUCTURE -> {
                boolean inside = test != null && test.looksInside();
                yield inside ? null : Verdict.of(test == null || negated);
            }
        };
    }

    /** Returns what a parser says; the same as {@link #scan} where that says anything. */
    Verdict parse(Slice bytes) {
        try (JsonParser parser = Json.parser(bytes)) {
            JsonToken first = parser.nextToken();
            return first == null ? Verdict.UNDECIDED : new Walk(parser, bytes.length()).verdict(first);
        } catch (IOException broken) {
            return Verdict.UNDECIDED;
        }
    }

    /** One pass over one document. Recursion is as deep as the path is long, not as the document. */
    private final class Walk {
        private final JsonParser parser;
        private final int length;
        private boolean exists;
        private boolean unsure;

        Walk(JsonParser parser, int length) {
            this.parser = parser;
            this.length = length;
        }

        Verdict verdict(JsonToken first) throws IOException {
            boolean found = walk(first, 0);
            if (unsure && !found) {
                return Verdict.UNDECIDED;
            }
            return Verdict.of(negated ? exists && !found : found);
        }

        /** Returns whether the field was found and passes; the parser then stands anywhere. Else the value is read. */
        private boolean walk(JsonToken token, int step) throws IOException {
            if (step == steps.size()) {
                return arrived(token);
            }
            Step next = steps.get(step);
            String field = next.name();
            if (field != null && token == JsonToken.START_OBJECT) {
                return walkObject(field, step);
            }
            if (field == null && token == JsonToken.START_ARRAY) {
                return walkList(next.index(), step);
            }
            parser.skipChildren();
            return false;
        }

        private boolean walkObject(String field, int step) throws IOException {
            boolean seen = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = !seen && field.equals(parser.currentName());
                JsonToken value = next();
                if (!wanted) {
                    parser.skipChildren();
                    continue;
                }
                seen = true;
                if (walk(value, step + 1)) {
                    return true;
                }
                if (decided(step)) {
                    return false;
                }
            }
            return false;
        }

        private boolean walkList(int index, int step) throws IOException {
            JsonToken token = next();
            for (int i = 0; token != JsonToken.END_ARRAY; i++) {
                if (index != JsonPath.EVERY && index != i) {
                    parser.skipChildren();
                } else if (walk(token, step + 1)) {
                    return true;
                } else if (index == i && decided(step)) {
                    return false;
                }
                token = next();
            }
            return false;
        }

        /** Returns whether nothing that follows can change the answer: no step before this one goes to every element. */
        private boolean decided(int step) {
            for (int i = 0; i < step; i++) {
                Step before = steps.get(i);
                if (before.name() == null && before.index() == JsonPath.EVERY) {
                    return false;
                }
            }
            return true;
        }

        private boolean arrived(JsonToken token) throws IOException {
            exists = true;
            ScalarPredicate test = scalar;
            if (test == null) {
                return true;
            }
            if (!token.isStructStart()) {
                return passes(test, token);
            }
            if (!test.looksInside()) {
                parser.skipChildren();
                return false;
            }
            return inside(test);
        }

        private boolean inside(ScalarPredicate test) throws IOException {
            int depth = 1;
            boolean found = false;
            while (depth > 0) {
                JsonToken token = next();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                found = found || (token.isScalarValue() && passes(test, token));
            }
            return found;
        }

        private boolean passes(ScalarPredicate test, JsonToken token) throws IOException {
            if (token.isNumeric() && parser.currentLocation().getByteOffset() >= length) {
                throw new IOException("the document ends within a number");
            }
            Verdict verdict = test.test(token, parser.getText());
            unsure |= verdict == Verdict.UNDECIDED;
            return verdict == Verdict.MATCH;
        }

        private JsonToken next() throws IOException {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("the document ends early");
            }
            return token;
        }
    }
}
