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

    /** Returns where the registry has a schema, {@code orders-value 3} each; none where the answer is something else. */
    public static List<String> subjects(byte[] body) {
        List<String> subjects = new ArrayList<>();
        try {
            for (JsonNode node : MAPPER.readTree(body)) {
                if (node.has("subject")) {
                    subjects.add(node.path("subject").asText() + " "
                            + node.path("version").asText());
                }
            }
        } catch (IOException noList) {
            return List.of();
        }
        return subjects;
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
