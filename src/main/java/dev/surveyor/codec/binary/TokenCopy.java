package dev.surveyor.codec.binary;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.UndecodableException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Copies the tokens of a Jackson parser, that of Smile, into a JSON document, without recursion. */
final class TokenCopy {

    /** Lengths are bounded by the bytes that are there, so only the nesting needs a limit. */
    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(BoundedJsonWriter.MAX_DEPTH)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build();

    /** Writing out the digits of a number takes a time that grows far faster than its bytes. */
    private static final int LONGEST_NUMBER = 4096;

    /** Smile may end its content with a mark of its own. */
    private static final byte END_OF_CONTENT = (byte) 0xff;

    private final JsonParser parser;
    private final BoundedJsonWriter out;
    private final Notes notes;

    TokenCopy(JsonParser parser, BoundedJsonWriter out, Notes notes) {
        this.parser = parser;
        this.out = out;
        this.notes = notes;
    }

    /** Copies one value; bytes behind it are a problem. */
    void whole(Slice bytes) {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new UndecodableException("a header, and no value behind it");
            }
            value(token);
            parser.finishToken();
            Slice rest = bytes.from((int) parser.currentLocation().getByteOffset());
            if (!rest.isEmpty() && rest.at(0) == END_OF_CONTENT) {
                rest = rest.from(1);
            }
            if (!rest.isEmpty()) {
                Notes.behind(out, rest, true);
            }
        } catch (StreamConstraintsException tooDeep) {
            throw new UndecodableException("nested deeper than " + BoundedJsonWriter.MAX_DEPTH + " levels");
        } catch (JsonProcessingException broken) {
            throw new UndecodableException(sentence(String.valueOf(broken.getOriginalMessage())));
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof UndecodableException known ? known : failed(broken);
        }
    }

    private static RuntimeException failed(Exception broken) {
        // The document that became too large ends its writer with an exception of its own.
        return broken instanceof RuntimeException own
                        && own.getClass().getName().startsWith("dev.surveyor.")
                ? own
                : new UndecodableException(sentence(String.valueOf(broken.getMessage())));
    }

    private void value(JsonToken first) throws IOException {
        int depth = 0;
        JsonToken token = first;
        while (true) {
            switch (token) {
                case START_OBJECT -> out.startObject();
                case START_ARRAY -> out.startArray();
                case END_OBJECT -> out.endObject();
                case END_ARRAY -> out.endArray();
                case FIELD_NAME -> out.name(parser.currentName());
                case VALUE_STRING -> out.string(parser.getText());
                case VALUE_NUMBER_INT -> whole();
                case VALUE_NUMBER_FLOAT -> fraction();
                case VALUE_TRUE -> out.bool(true);
                case VALUE_FALSE -> out.bool(false);
                case VALUE_EMBEDDED_OBJECT -> embedded();
                default -> out.nothing();
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return;
            }
            JsonToken next = parser.nextToken();
            if (next == null) {
                throw new UndecodableException("ends in the middle of a value");
            }
            token = next;
        }
    }

    private void whole() throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            BigInteger number = parser.getBigIntegerValue();
            refuseLong(number);
            out.literal(number.toString());
        } else {
            out.number(parser.getLongValue());
        }
    }

    private void fraction() throws IOException {
        switch (parser.getNumberType()) {
            case FLOAT -> notes.number(out, parser.getFloatValue());
            case DOUBLE -> notes.number(out, parser.getDoubleValue());
            default -> {
                BigDecimal number = parser.getDecimalValue();
                refuseLong(number.unscaledValue());
                out.literal(number.toString());
            }
        }
    }

    private static void refuseLong(BigInteger digits) {
        int length = digits.bitLength() / Byte.SIZE;
        if (length > LONGEST_NUMBER) {
            throw new UndecodableException(
                    "a number of " + length + " bytes; up to " + LONGEST_NUMBER + " are written out");
        }
    }

    private void embedded() throws IOException {
        Object embedded = parser.getEmbeddedObject();
        if (embedded instanceof byte[] bytes) {
            notes.binary(out, Slice.of(bytes));
        } else if (embedded == null) {
            out.nothing();
        } else {
            out.string(embedded.toString());
        }
    }

    private static String sentence(String message) {
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
