package dev.surveyor.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON as a stream of tokens, set up so that strange documents cost no more than their length. */
public final class Json {

    /** How deep objects and lists may be nested; a deeper document is answered with an error. */
    public static final int MAX_DEPTH = 1000;

    private static final Pattern SOURCE = Pattern.compile(" \\([^(]*\\[Source: .*$", Pattern.DOTALL);
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private Json() {}

    /**
     * Why a text is not JSON.
     *
     * @param line from 1
     * @param column from 1, in bytes where bytes were read, in characters where a text was
     * @param position in bytes, from 0
     * @param reason a sentence without its end
     */
    public record Problem(int line, int column, long position, String reason) {

        @Override
        public String toString() {
            return "line " + line + ", col " + column + ": " + reason;
        }
    }

    /** Returns a parser on the bytes where they lie. */
    public static JsonParser parser(Slice bytes) throws IOException {
        return FACTORY.createParser(bytes.data(), bytes.start(), bytes.length());
    }

    /** Returns whether the bytes begin as an object or a list does; whether they are JSON to the end is not asked. */
    public static boolean looksLike(Slice bytes) {
        return Preview.looksLikeJson(bytes, bytes.length());
    }

    /**
     * Reads a document to its end.
     *
     * @return what is wrong, with the number of tokens that could be read before; a null problem for JSON
     */
    static JsonCheck check(Slice bytes) {
        return check(() -> parser(bytes));
    }

    /** Returns why a text is not one JSON document, columns counted in characters; null if it is. */
    public static @Nullable Problem problemIn(String text) {
        return check(() -> FACTORY.createParser(text)).problem();
    }

    /** Returns whether the bytes are one JSON document, whole. */
    public static boolean valid(Slice bytes) {
        return check(bytes).problem() == null;
    }

    /** Returns why the bytes are not one JSON document; null if they are. */
    public static @Nullable Problem problemIn(Slice bytes) {
        return check(bytes).problem();
    }

    private interface Source {
        JsonParser open() throws IOException;
    }

    private static JsonCheck check(Source source) {
        int tokens = 0;
        int depth = 0;
        try (JsonParser parser = source.open()) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                tokens++;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                parser.finishToken();
                token = parser.nextToken();
                if (depth == 0 && token != null) {
                    JsonLocation place = parser.currentTokenLocation();
                    return new JsonCheck(tokens, true, problem(place, "text after the end of the document"));
                }
            }
            return new JsonCheck(tokens, tokens > 0, tokens > 0 ? null : new Problem(1, 1, 0, "nothing there"));
        } catch (JsonProcessingException broken) {
            return new JsonCheck(tokens, tokens > 0 && depth == 0, problem(broken));
        } catch (IOException broken) {
            return new JsonCheck(tokens, false, new Problem(1, 1, 0, String.valueOf(broken.getMessage())));
        }
    }

    /** Returns the problem that an exception of the parser tells. */
    static Problem problem(JsonProcessingException broken) {
        String reason = broken instanceof StreamConstraintsException
                ? "nested deeper than " + MAX_DEPTH + " levels"
                : reason(broken);
        JsonLocation place = broken.getLocation();
        return place == null ? new Problem(1, 1, 0, reason) : problem(place, reason);
    }

    /** Returns what is wrong, without the parser's words about where it reads from. */
    public static String reason(JsonProcessingException broken) {
        return SOURCE.matcher(String.valueOf(broken.getOriginalMessage())).replaceFirst("");
    }

    private static Problem problem(JsonLocation place, String reason) {
        int line = Math.max(1, place.getLineNr());
        int column = Math.max(1, place.getColumnNr());
        return new Problem(line, column, Math.max(0, place.getByteOffset()), reason);
    }
}
