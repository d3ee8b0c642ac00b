package dev.surveyor.codec.schema;

import dev.surveyor.codec.format.UndecodableException;
import java.util.function.Supplier;

/** Makes a schema of its text. Takes as long as the text is, so not for the JavaFX thread. */
public final class SchemaCompiler {

    private static final int LONGEST = 4 * 1024 * 1024;

    private SchemaCompiler() {}

    /**
     * Returns the schema.
     *
     * @throws UndecodableException where the text is no schema, with a reason
     */
    public static Schema compile(SchemaText text) {
        long length = text.text().length();
        for (SchemaText.Reference reference : text.references()) {
            length += reference.text().length();
        }
        if (length > LONGEST) {
            throw new UndecodableException(text.title() + " is longer than " + LONGEST + " characters");
        }
        return compile(text, () -> switch (text.format()) {
            case AVRO -> AvroSchema.of(text);
            case PROTOBUF -> ProtobufSchema.of(text);
            case JSON -> JsonSchema.of(text);
        });
    }

    /** Returns what the work makes of the text; whatever it throws, and all of the stack that it fills, is said in words. */
    @SuppressWarnings("IllegalCatch") // libraries for schemas throw anything on strange texts
    static Schema compile(SchemaText text, Supplier<Schema> work) {
        try {
            return work.get();
        } catch (UndecodableException known) {
            throw known;
        } catch (StackOverflowError tooDeep) {
            throw new UndecodableException(text.title() + " is nested too deeply");
        } catch (RuntimeException broken) {
            throw new UndecodableException(
                    text.title() + " is no valid " + text.format().label() + ": " + firstLine(broken));
        }
    }

    static String firstLine(Exception broken) {
        String message = String.valueOf(broken.getMessage());
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
