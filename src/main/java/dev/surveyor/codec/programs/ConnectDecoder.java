package dev.surveyor.codec.programs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.surveyor.codec.Json;
import dev.surveyor.codec.JsonText;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Aside;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.TopicDecoder;
import dev.surveyor.domain.record.RawRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the workers of Kafka Connect keep, MirrorMaker's included: configurations, states and offsets of connectors, as
 * JSON behind keys that say what it is. It stays as it is, but for the key with which workers sign their requests to one
 * another: that is a secret and is hidden.
 *
 * <p>Source: {@code KafkaConfigBackingStore}, {@code KafkaStatusBackingStore} and {@code OffsetStorageWriter} of Kafka
 * 4.4.
 */
final class ConnectDecoder implements TopicDecoder {

    private static final String SESSION_KEY = "session-key";

    /** Connect's own keys are far shorter; an expression takes stack for each part that it repeats. */
    private static final int LONGEST_KEY = 4096;

    private final Kind kind;

    /** What a topic holds; its name can be chosen, but hardly anybody leaves out the word. */
    enum Kind {
        CONFIGS(
                "Connect configs",
                "config",
                "(session-key)|(connector|task|commit|target-state|tasks-fencing|restart-connector|logger-cluster)-(.+)",
                "properties|tasks|state|task-count|include-tasks|level|key"),
        STATUS("Connect status", "status", "status-(connector|task|topic)-(.+)", "state|topic"),
        OFFSETS("Connect offsets", "offset", "\\[\"((?:[^\"\\\\]++|\\\\.)*+)\",\\s*\\{.*}]", ".*");

        private final String label;
        private final String word;
        private final Pattern keys;
        private final Pattern fields;

        Kind(String label, String word, String keys, String fields) {
            this.label = label;
            this.word = word;
            this.keys = Pattern.compile(keys, Pattern.DOTALL);
            this.fields = Pattern.compile(fields, Pattern.DOTALL);
        }
    }

    ConnectDecoder(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return kind.label;
    }

    @Override
    public boolean mayRead(RawRecord record, RecordPart part) {
        return named(record.partition().topic(), kind.word) && key(record) != null;
    }

    /** Returns whether a value, by its topic and key, may hold the secret. Cheap. */
    static boolean mayHoldSecret(RawRecord record) {
        return record.keyLength() == SESSION_KEY.length()
                && SESSION_KEY.equals(text(Slice.of(record, RecordPart.KEY)))
                && named(record.partition().topic(), Kind.CONFIGS.word);
    }

    private static boolean named(String topic, String word) {
        return topic.toLowerCase(Locale.ROOT).contains(word);
    }

    private @Nullable Matcher key(RawRecord record) {
        if (record.keyLength() <= 0 || record.keyLength() > LONGEST_KEY) {
            return null;
        }
        Matcher key = kind.keys.matcher(text(Slice.of(record, RecordPart.KEY)));
        return key.matches() ? key : null;
    }

    @Override
    public Decoded decode(Input input) {
        RawRecord record = input.record();
        Matcher key = record == null ? null : key(record);
        if (key == null) {
            return new Decoded.Failed("no key of " + kind.label);
        }
        Slice bytes = input.bytes();
        if (input.part() == RecordPart.KEY) {
            Decoded.Syntax syntax = kind == Kind.OFFSETS ? Decoded.Syntax.JSON : Decoded.Syntax.PLAIN;
            return new Decoded.Read(bytes, syntax, true, words(key), null);
        }
        if (!Json.looksLike(bytes) || !Json.valid(bytes)) {
            return new Decoded.Failed("no value of " + kind.label + ", which are JSON");
        }
        if (SESSION_KEY.equals(key.group()) && kind == Kind.CONFIGS) {
            return hidden(bytes);
        }
        return kind == Kind.OFFSETS || hasField(bytes)
                ? new Decoded.Read(bytes, Decoded.Syntax.JSON, true, words(key), null)
                : new Decoded.Failed("no value of " + kind.label + ", which has a field " + kind.fields);
    }

    private String words(Matcher key) {
        if (kind == Kind.OFFSETS) {
            return "offset of the connector " + key.group(1);
        }
        return key.group().equals(SESSION_KEY)
                ? "key of the workers"
                : key.group(kind == Kind.CONFIGS ? 2 : 1).replace('-', ' ') + " of "
                        + key.group(kind == Kind.CONFIGS ? 3 : 2);
    }

    private boolean hasField(Slice bytes) {
        try (JsonParser parser = Json.parser(bytes)) {
            JsonToken token = parser.nextToken();
            while (token != null && token != JsonToken.END_OBJECT) {
                if (token == JsonToken.FIELD_NAME
                        && kind.fields.matcher(parser.currentName()).matches()) {
                    return true;
                }
                if (token == JsonToken.FIELD_NAME) {
                    parser.nextToken();
                    parser.skipChildren();
                }
                token = parser.nextToken();
            }
            return false;
        } catch (IOException broken) {
            return false;
        }
    }

    /** Writes the object anew, the text of the field {@code key} replaced. */
    private static Decoded hidden(Slice bytes) {
        StringBuilder out = new StringBuilder("{");
        try (JsonParser parser = Json.parser(bytes)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                boolean shown = !name.equals("key") && value.isScalarValue();
                String text = value == JsonToken.VALUE_STRING ? JsonText.quote(parser.getText()) : parser.getText();
                out.append(out.length() > 1 ? "," : "")
                        .append(JsonText.quote(name))
                        .append(':');
                out.append(shown ? text : "\"[hidden]\"");
                parser.skipChildren();
            }
        } catch (IOException broken) {
            return new Decoded.Failed("a broken key of the workers");
        }
        Slice text = Slice.of(out.append('}').toString().getBytes(StandardCharsets.UTF_8));
        return new Decoded.Read(
                text,
                Decoded.Syntax.JSON,
                true,
                "key of the workers",
                null,
                Aside.note("The key with which the workers sign is a secret and hidden; UTF-8 and hex show it"));
    }

    private static String text(Slice bytes) {
        return new String(bytes.data(), bytes.start(), bytes.length(), StandardCharsets.UTF_8);
    }
}
