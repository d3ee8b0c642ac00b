package dev.surveyor.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document with one field a line. Numbers are the characters that were sent, fields keep their order, repeated
 * fields stay; strings are written with the escapes that they need and no others.
 *
 * @param text the lines; where the document was cut or breaks, the rest as it is and an ellipsis
 * @param shownBytes how many bytes were read
 * @param totalBytes how many there are
 * @param problem why it is not JSON, or null; a cut is no problem
 */
public record PrettyJson(String text, int shownBytes, int totalBytes, Json.@Nullable Problem problem) {

    /** Lays out at most that many bytes. Runs in linear time, without recursion. */
    public static PrettyJson of(Slice bytes, int maxBytes) {
        Slice shown = bytes.first(maxBytes);
        boolean cut = shown.length() < bytes.length();
        // Deep nesting can blow up the white space; nobody reads eight times the document.
        JsonWriter writer = new JsonWriter(8L * shown.length() + 1024);
        Json.Problem problem = null;
        int restAt = -1;
        try (JsonParser parser = Json.parser(shown)) {
            try {
                writeAll(parser, writer);
            } catch (JsonProcessingException broken) {
                Json.Problem found = Json.problem(broken);
                boolean atCut = cut && broken instanceof com.fasterxml.jackson.core.io.JsonEOFException;
                problem = atCut || (cut && found.position() >= shown.length() - 8L) ? null : found;
                restAt = (int) Math.max(0, parser.currentTokenLocation().getByteOffset());
            }
        } catch (IOException broken) {
            problem = new Json.Problem(1, 1, 0, String.valueOf(broken.getMessage()));
        }
        if (restAt >= 0 && !writer.full()) {
            writer.rest(shown.from(Math.min(restAt, shown.length())));
        }
        int read = writer.full() ? Math.min(writer.readBytes(), shown.length()) : shown.length();
        return new PrettyJson(writer.text(cut || writer.full()), read, bytes.length(), problem);
    }

    public boolean complete() {
        return shownBytes == totalBytes;
    }

    private static void writeAll(JsonParser parser, JsonWriter writer) throws IOException {
        JsonToken token = parser.nextToken();
        while (token != null && !writer.full()) {
            switch (token) {
                case START_OBJECT -> writer.open('{');
                case START_ARRAY -> writer.open('[');
                case END_OBJECT -> writer.close('}');
                case END_ARRAY -> writer.close(']');
                case FIELD_NAME -> writer.name(parser.currentName());
                case VALUE_STRING -> writer.string(parser.getText());
                default -> writer.literal(parser.getText());
            }
            writer.readTo(parser.currentTokenLocation().getByteOffset());
            token = parser.nextToken();
        }
    }
}
