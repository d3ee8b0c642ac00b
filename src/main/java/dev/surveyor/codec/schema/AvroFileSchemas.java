package dev.surveyor.codec.schema;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** The schemas that container files brought last, so that files of one kind do not parse theirs again. For any thread. */
final class AvroFileSchemas {

    private static final int KEPT = 16;
    private static final int LONGEST = 4 * 1024 * 1024;

    /** Guarded by this. */
    private final Map<String, Schema> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Schema> eldest) {
            return size() > KEPT;
        }
    };

    /** Returns the schema of a text in UTF-8; what is none is refused. */
    @SuppressWarnings("IllegalCatch") // Avro throws anything on strange texts
    synchronized Schema of(Slice utf8) {
        if (utf8.length() > LONGEST) {
            throw new UndecodableException("its schema is longer than " + LONGEST + " bytes");
        }
        String text = new String(utf8.bytes(), StandardCharsets.UTF_8);
        Schema known = kept.get(text);
        if (known == null) {
            try {
                known = AvroSchema.parser().parse(text);
            } catch (RuntimeException broken) {
                throw new UndecodableException("its schema is none: " + SchemaCompiler.firstLine(broken));
            } catch (StackOverflowError tooDeep) {
                throw new UndecodableException("its schema is nested too deeply");
            }
            kept.put(text, known);
        }
        return known;
    }
}
