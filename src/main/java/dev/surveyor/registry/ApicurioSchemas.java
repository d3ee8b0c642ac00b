package dev.surveyor.registry;

import dev.surveyor.codec.format.UndecodableException;
import dev.surveyor.codec.schema.RegistryAnswer;
import dev.surveyor.codec.schema.SchemaFormat;
import dev.surveyor.codec.schema.SchemaSource.Lookup;
import dev.surveyor.codec.schema.SchemaText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fetches schemas from a registry of Apicurio in its own way, which knows ids that Confluent's does not have. Blocks.
 *
 * <p>Source: the OpenAPI document of Apicurio Registry 3.0, {@code /ids} and {@code /search/versions}.
 */
final class ApicurioSchemas {

    private final RegistryHttp http;

    ApicurioSchemas(RegistryHttp http) {
        this.http = http;
    }

    /** Returns the schema of a text. */
    Lookup.Found content(long id) throws RegistryException {
        return fetch("contentIds", "contentId", id, "schema " + id);
    }

    /** Returns the schema of a version of an artifact. */
    Lookup.Found global(long id) throws RegistryException {
        return fetch("globalIds", "globalId", id, "schema with the global id " + id);
    }

    private Lookup.Found fetch(String kind, String parameter, long id, String what) throws RegistryException {
        String path = RegistryPath.of("ids", kind, id);
        RegistryHttp.Answer answer = http.getOwn(path + "?returnArtifactType=true", what);
        Map<String, SchemaText.Reference> references = new LinkedHashMap<>();
        collect(path, references, 0);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return RegistrySchemas.compiled(
                format(answer.type(), text, what), what, text, references, places(parameter, id));
    }

    private static SchemaFormat format(@Nullable String type, String text, String what) throws RegistryException {
        String told = type == null ? "" : type;
        if (told.isEmpty()
                && !text.stripLeading().startsWith("{")
                && !text.stripLeading().startsWith("\"")) {
            return SchemaFormat.PROTOBUF;
        }
        return SchemaFormat.of(told)
                .orElseThrow(() -> RegistryException.lasting(
                        "unknown type of schema", what + " is of the type " + told + ", which cannot be read here"));
    }

    /** Each reference after those that it needs itself. */
    private void collect(String path, Map<String, SchemaText.Reference> references, int depth)
            throws RegistryException {
        String what = "what the schema refers to";
        for (RegistryAnswer.Artifact other :
                artifacts(http.getOwn(path + "/references", what).body())) {
            if (references.containsKey(other.name())) {
                continue;
            }
            RegistrySchemas.bound(references.size(), depth);
            String there = RegistryPath.of(
                    "groups", other.group(), "artifacts", other.artifact(), "versions", other.version());
            String text =
                    new String(http.getOwn(there + "/content", other.artifact()).body(), StandardCharsets.UTF_8);
            collect(there, references, depth + 1);
            references.put(other.name(), new SchemaText.Reference(other.name(), text));
        }
    }

    /** Where the registry has it; null where it does not tell. */
    private @Nullable List<RegistryAnswer.Version> places(String parameter, long id) {
        try {
            return RegistryAnswer.versions(http.getOwn("/search/versions?limit=20&" + parameter + "=" + id, "versions")
                    .body());
        } catch (RegistryException untold) {
            return null;
        }
    }

    private static List<RegistryAnswer.Artifact> artifacts(byte[] body) throws RegistryException {
        try {
            return RegistryAnswer.artifacts(body);
        } catch (UndecodableException broken) {
            throw RegistryException.lasting("no registry there", "the schema registry answers, but " + broken.reason());
        }
    }
}
