package dev.surveyor.registry;

import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.codec.schema.RegistryAnswer;
import dev.surveyor.codec.schema.Schema;
import dev.surveyor.codec.schema.SchemaCompiler;
import dev.surveyor.codec.schema.SchemaFormat;
import dev.surveyor.codec.schema.SchemaKey;
import dev.surveyor.codec.schema.SchemaSource.Lookup;
import dev.surveyor.codec.schema.SchemaText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a schema with all that it refers to, and makes it ready. Where a registry of Apicurio does not know it as
 * Confluent's would, it is asked in its own way. Blocks.
 */
final class RegistrySchemas {

    static final int MOST_REFERENCES = 200;

    private final RegistryHttp http;
    private final ApicurioSchemas apicurio;

    RegistrySchemas(RegistryHttp http) {
        this.http = http;
        this.apicurio = new ApicurioSchemas(http);
    }

    /** Returns the schema of a key that is no file. */
    Lookup.Found fetch(SchemaKey key) throws RegistryException {
        if (key instanceof SchemaKey.Id id) {
            return numbered(id.id());
        } else if (key instanceof SchemaKey.Guid guid) {
            return compatible(RegistryPath.of("schemas", "guids", guid.guid()), "schema " + key, null);
        } else if (key instanceof SchemaKey.ContentId content) {
            return http.answersOwn() ? apicurio.content(content.id()) : narrow(content.id(), key);
        } else if (key instanceof SchemaKey.GlobalId global) {
            return http.answersOwn() ? apicurio.global(global.id()) : narrow(global.id(), key);
        }
        throw new IllegalArgumentException("no registry has the file " + key);
    }

    private Lookup.Found numbered(int id) throws RegistryException {
        try {
            return compatible(RegistryPath.of("schemas", "ids", id), "schema " + id, id);
        } catch (RegistryException failed) {
            if (failed.passing() || !http.answersOwn()) {
                throw failed;
            }
            try {
                return apicurio.content(id);
            } catch (RegistryException neither) {
                throw failed;
            }
        }
    }

    /** A registry of which only Confluent's way is known has one kind of id; it may be Apicurio's all the same. */
    private Lookup.Found narrow(long id, SchemaKey key) throws RegistryException {
        if (id <= 0 || id > Integer.MAX_VALUE) {
            throw RegistryException.lasting("no schema " + id, "the schema registry has no schema " + key);
        }
        return numbered((int) id);
    }

    private Lookup.Found compatible(String path, String what, @Nullable Integer id) throws RegistryException {
        RegistryAnswer answer = parsed(http.get(path, what), what);
        SchemaFormat format = SchemaFormat.of(answer.schemaType())
                .orElseThrow(() -> RegistryException.lasting(
                        "unknown type of schema",
                        what + " is of the type " + answer.schemaType() + ", which cannot be read here"));
        Map<String, SchemaText.Reference> references = new LinkedHashMap<>();
        collect(answer, references, 0);
        List<RegistryAnswer.Version> places = id == null ? null : places(id);
        return compiled(format, what, answer.schema(), references, places);
    }

    /** Makes the schema ready. The first of its places is told to a person. */
    static Lookup.Found compiled(
            SchemaFormat format,
            String what,
            String text,
            Map<String, SchemaText.Reference> references,
            @Nullable List<RegistryAnswer.Version> places)
            throws RegistryException {
        String title = what + words(places == null ? List.of() : places);
        try {
            Schema schema =
                    SchemaCompiler.compile(new SchemaText(format, title, text, null, List.copyOf(references.values())));
            return new Lookup.Found(
                    schema,
                    places == null
                            ? null
                            : places.stream()
                                    .map(RegistryAnswer.Version::subject)
                                    .toList());
        } catch (UndecodableException broken) {
            throw RegistryException.lasting(what + " not usable", broken.reason());
        }
    }

    private static String words(List<RegistryAnswer.Version> places) {
        return switch (places.size()) {
            case 0 -> "";
            case 1 -> " (" + places.get(0) + ")";
            default -> " (" + places.get(0) + " and " + (places.size() - 1) + " more)";
        };
    }

    /** Each reference after those that it needs itself. */
    private void collect(RegistryAnswer answer, Map<String, SchemaText.Reference> references, int depth)
            throws RegistryException {
        for (RegistryAnswer.Reference reference : answer.references()) {
            if (references.containsKey(reference.name())) {
                continue;
            }
            bound(references.size(), depth);
            String what = reference.subject() + " version " + reference.version();
            String path = RegistryPath.of("subjects", reference.subject(), "versions", reference.version());
            RegistryAnswer other = parsed(http.get(path, what), what);
            collect(other, references, depth + 1);
            references.put(reference.name(), new SchemaText.Reference(reference.name(), other.schema()));
        }
    }

    static void bound(int references, int depth) throws RegistryException {
        if (depth > MOST_REFERENCES || references > MOST_REFERENCES) {
            throw RegistryException.lasting(
                    "too many references", "the schema refers to more than " + MOST_REFERENCES + " others");
        }
    }

    /** Where the registry has it; null where it does not tell. */
    private @Nullable List<RegistryAnswer.Version> places(int id) {
        try {
            return RegistryAnswer.versions(http.get(RegistryPath.of("schemas", "ids", id, "versions"), "versions"));
        } catch (RegistryException untold) {
            return null;
        }
    }

    private static RegistryAnswer parsed(byte[] body, String what) throws RegistryException {
        try {
            return RegistryAnswer.parse(body);
        } catch (UndecodableException broken) {
            throw RegistryException.lasting(
                    "no registry there",
                    "the schema registry was asked for " + what + ", but " + broken.reason()
                            + ": is it the address of a schema registry?");
        }
    }
}
