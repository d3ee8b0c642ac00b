package dev.surveyor.codec.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A registry that has its schemas at hand, for tests. */
public final class Schemas implements SchemaSource {

    private final Map<Object, Lookup> known = new HashMap<>();

    public static SchemaText text(SchemaFormat format, String text, String... namesAndTexts) {
        List<SchemaText.Reference> references = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            references.add(new SchemaText.Reference(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return new SchemaText(format, "schema 1", text, null, references);
    }

    public Schemas with(Object key, Lookup lookup) {
        known.put(key, lookup);
        return this;
    }

    public Schemas with(Object key, SchemaText text) {
        return with(key, new Lookup.Found(SchemaCompiler.compile(text)));
    }

    /** Returns the five bytes before the payload of that schema, and the payload. */
    public static byte[] framed(int id, byte[] payload) {
        return java.nio.ByteBuffer.allocate(5 + payload.length)
                .put((byte) 0)
                .putInt(id)
                .put(payload)
                .array();
    }

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public Lookup byId(int id) {
        return known.getOrDefault(id, new Lookup.Missing("the registry has no schema " + id));
    }

    @Override
    public Lookup byGuid(UUID guid) {
        return known.getOrDefault(guid, new Lookup.Missing("the registry has no schema " + guid));
    }

    @Override
    public Lookup byFile(SchemaFile file) {
        return known.getOrDefault(file, new Lookup.Missing("no file " + file.path()));
    }
}
