package dev.surveyor.codec.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A registry that has its schemas at hand, for tests. */
public final class Schemas implements SchemaSource {

    private final Map<SchemaKey, Lookup> known = new ConcurrentHashMap<>();
    private final Map<SchemaKey, Integer> missed = new ConcurrentHashMap<>();

    public static SchemaText text(SchemaFormat format, String text, String... namesAndTexts) {
        List<SchemaText.Reference> references = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            references.add(new SchemaText.Reference(namesAndTexts[i], namesAndTexts[i + 1]));
        }
        return new SchemaText(format, "schema 1", text, null, references);
    }

    public Schemas with(SchemaKey key, Lookup lookup) {
        known.put(key, lookup);
        return this;
    }

    public Schemas with(SchemaKey key, SchemaText text) {
        return with(key, new Lookup.Found(SchemaCompiler.compile(text), null));
    }

    public Schemas with(int id, SchemaText text) {
        return with(new SchemaKey.Id(id), text);
    }

    /** Adds a schema that the registry has under these subjects. */
    public Schemas with(int id, SchemaText text, String... subjects) {
        return with(new SchemaKey.Id(id), new Lookup.Found(SchemaCompiler.compile(text), List.of(subjects)));
    }

    /** Returns how often was asked for a schema that is not there. */
    public Map<SchemaKey, Integer> missed() {
        return missed;
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
    public Lookup find(SchemaKey key) {
        Lookup lookup = known.get(key);
        if (lookup == null) {
            missed.merge(key, 1, Integer::sum);
            return new Lookup.Missing("the registry has no schema " + key, "no schema " + key);
        }
        return lookup;
    }
}
