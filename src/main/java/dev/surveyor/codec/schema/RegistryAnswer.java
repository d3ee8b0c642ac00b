package dev.surveyor.codec.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surveyor.codec.format.UndecodableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a schema registry answers when it is asked for a schema.
 *
 * @param schemaType the registry's word, empty for Avro
 * @param references what the schema refers to
 */
public record RegistryAnswer(String schema, String schemaType, List<Reference> references) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public RegistryAnswer {
        references = List.copyOf(references);
    }

    /** A schema that another one refers to by that name, and where the registry has it. */
    public record Reference(String name, String subject, int version) {}

    /**
     * Reads the answer.
     *
     * @throws UndecodableException where it is none
     */
    public static RegistryAnswer parse(byte[] body) {
        JsonNode root = tree(body);
        if (!root.path("schema").isTextual()) {
            throw new UndecodableException("its answer holds no schema");
        }
        List<Reference> references = new ArrayList<>();
        for (JsonNode node : root.path("references")) {
            references.add(new Reference(
                    node.path("name").asText(),
                    node.path("subject").asText(),
                    node.path("version").asInt()));
        }
        return new RegistryAnswer(
                root.path("schema").textValue(), root.path("schemaType").asText(""), references);
    }

    /** Where a registry has a schema. */
    public record Version(String subject, String version) {
        @Override
        public String toString() {
            return subject + " " + version;
        }
    }

    /**
     * A version of an artifact in a registry of Apicurio, which another one refers to.
     *
     * @param name as the schema calls it
     */
    public record Artifact(String name, String group, String artifact, String version) {}

    /** Returns where the registry has a schema; none where the answer is something else. Apicurio's own answers too. */
    public static List<Version> versions(byte[] body) {
        List<Version> versions = new ArrayList<>();
        try {
            JsonNode root = MAPPER.readTree(body);
            for (JsonNode node : root.has("versions") ? root.path("versions") : root) {
                String subject =
                        node.path("subject").asText(node.path("artifactId").asText(""));
                if (!subject.isEmpty()) {
                    versions.add(new Version(subject, node.path("version").asText()));
                }
            }
        } catch (IOException noList) {
            return List.of();
        }
        return versions;
    }

    /**
     * Returns what a schema in a registry of Apicurio refers to.
     *
     * @throws UndecodableException where the answer is something else
     */
    public static List<Artifact> artifacts(byte[] body) {
        List<Artifact> artifacts = new ArrayList<>();
        for (JsonNode node : tree(body)) {
            artifacts.add(new Artifact(
                    node.path("name").asText(),
                    node.path("groupId").asText("default"),
                    node.path("artifactId").asText(),
                    node.path("version").asText()));
        }
        return artifacts;
    }

    /** Returns the message of an error, empty where there is none. */
    public static String errorIn(byte[] body) {
        try {
            return MAPPER.readTree(body).path("message").asText("");
        } catch (IOException noJson) {
            return "";
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new UndecodableException("its answer is no JSON: " + broken.getOriginalMessage());
        } catch (IOException broken) {
            throw new UndecodableException("its answer could not be read");
        }
    }
}
