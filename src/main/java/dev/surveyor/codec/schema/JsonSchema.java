package dev.surveyor.codec.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import dev.surveyor.codec.Json;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema. The payload is JSON by itself; the schema only says whether it is as promised, which is checked for a
 * person who looks and not for each row. Nothing is fetched for a schema: what it refers to comes with it.
 */
final class JsonSchema implements Schema {

    private static final int LARGEST_CHECKED = 4 * 1024 * 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String title;
    private final com.networknt.schema.Schema schema;
    private final StepBudget budget;

    private JsonSchema(String title, com.networknt.schema.Schema schema, StepBudget budget) {
        this.title = title;
        this.schema = schema;
        this.budget = budget;
    }

    static JsonSchema of(SchemaText text) {
        StepBudget budget = new StepBudget();
        Map<String, String> references = new HashMap<>();
        text.references().forEach(reference -> references.put(reference.name(), reference.text()));
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .regularExpressionFactory(source -> new BoundedExpression(source, budget))
                .build();
        List<Dialect> dialects = Stream.of(
                        Dialects.getDraft7(),
                        Dialects.getDraft4(),
                        Dialects.getDraft6(),
                        Dialects.getDraft201909(),
                        Dialects.getDraft202012())
                .map(dialect -> BoundedReferences.in(dialect, budget))
                .toList();
        SchemaRegistry registry = SchemaRegistry.withDialects(dialects, builder -> builder.schemaRegistryConfig(config)
                .defaultDialectId(Dialects.getDraft7().getId())
                .schemas(iri -> named(references, iri)));
        try {
            JsonNode node = MAPPER.readTree(text.text());
            if (node == null || !(node.isObject() || node.isBoolean())) {
                throw new UndecodableException("a JSON Schema is an object or a boolean");
            }
            return new JsonSchema(text.title(), registry.getSchema(node), budget);
        } catch (JsonProcessingException broken) {
            throw new UndecodableException(text.title() + " is no JSON: " + broken.getOriginalMessage());
        }
    }

    /** The validator makes an address of each name, so a name is found as the end of one too. */
    private static @Nullable String named(Map<String, String> references, String iri) {
        String exact = references.get(iri);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, String> reference : references.entrySet()) {
            if (iri.endsWith("/" + reference.getKey())) {
                return reference.getValue();
            }
        }
        return null;
    }

    @Override
    public SchemaFormat format() {
        return SchemaFormat.JSON;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Decoded decodeFramed(Input body, byte[] indexes) {
        return decodeWhole(body);
    }

    @Override
    public Decoded decodeWhole(Input input) {
        Slice bytes = input.bytes();
        Json.Problem problem = input.onlyBeginning() ? null : Json.problemIn(bytes);
        if (problem != null) {
            return new Decoded.Failed("not JSON, as " + title + " says it should be: " + problem);
        }
        String wrong = input.effort() == Input.Effort.FULL ? check(bytes) : null;
        return new Decoded.Read(bytes, Decoded.Syntax.JSON, true, "JSON Schema · " + title, wrong);
    }

    /** Returns why the document is not as the schema wants it, or null. One check at a time shares the budget. */
    @SuppressWarnings("IllegalCatch") // the validator throws anything on strange schemas
    private synchronized @Nullable String check(Slice bytes) {
        if (bytes.length() > LARGEST_CHECKED) {
            return "larger than " + LARGEST_CHECKED + " bytes, so not checked against " + title;
        }
        budget.refill();
        try {
            JsonNode node = MAPPER.readTree(bytes.data(), bytes.start(), bytes.length());
            List<Error> errors = schema.validate(node);
            return errors.isEmpty() ? null : sentence(errors);
        } catch (StepBudget.SpentException spent) {
            return "the check against " + title + " took too long and was ended";
        } catch (StackOverflowError tooDeep) {
            return title + " refers to itself without end, or the value is nested too deeply to be checked";
        } catch (IOException | RuntimeException broken) {
            return "the check against " + title + " failed: " + broken.getMessage();
        }
    }

    private String sentence(List<Error> errors) {
        Error first = errors.get(0);
        String where = String.valueOf(first.getInstanceLocation());
        String more = errors.size() == 1 ? "" : ", and " + (errors.size() - 1) + " more";
        return "does not match " + title + ": " + (where.isEmpty() ? "" : where + " ") + first.getMessage() + more;
    }
}
