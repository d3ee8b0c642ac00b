package dev.surveyor.codec.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import dev.surveyor.codec.Json;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.Aside;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema. The payload is JSON by itself; the schema only says whether it is as promised, which is checked for a
 * person who looks and not for each row. Nothing is fetched for a schema: what it refers to comes with it. A schema that
 * cannot be loaded leaves the payload readable, and says why it was not checked.
 */
final class JsonSchema implements Schema {

    private static final int LARGEST_CHECKED = 4 * 1024 * 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Where a schema stands that does not say so itself, or only in part; nothing is ever fetched from there. */
    private static final SchemaLocation PLACE = SchemaLocation.of("https://schema.invalid/schema.json");

    private final String title;
    private final Set<String> names;
    private final Checker checker;

    private JsonSchema(String title, Set<String> names, Checker checker) {
        this.title = title;
        this.names = names;
        this.checker = checker;
    }

    /** Says what is wrong with a document, or why that cannot be said. */
    @FunctionalInterface
    private interface Checker {
        Finding check(Slice bytes);
    }

    /**
     * What a check found.
     *
     * @param problem why the document is not as the schema wants it, or null
     * @param note why it was not checked, or null
     */
    private record Finding(
            @Nullable String problem, @Nullable String note) {}

    static JsonSchema of(SchemaText text) {
        return of(text, new StepBudget());
    }

    /** @param budget how much each check may do */
    @SuppressWarnings("IllegalCatch") // the validator throws anything on strange schemas
    static JsonSchema of(SchemaText text, StepBudget budget) {
        Set<String> names = Set.of();
        try {
            JsonNode node = MAPPER.readTree(text.text());
            if (node == null || !(node.isObject() || node.isBoolean())) {
                throw new UndecodableException("a JSON Schema is an object or a boolean");
            }
            names = node.path("title").isTextual() ? Set.of(node.path("title").textValue()) : names;
            com.networknt.schema.Schema schema = registry(text, budget).getSchema(PLACE, node);
            return new JsonSchema(text.title(), names, new Validation(text.title(), schema, budget));
        } catch (JsonProcessingException broken) {
            return unchecked(text.title(), names, "it is no JSON: " + broken.getOriginalMessage());
        } catch (StackOverflowError tooDeep) {
            return unchecked(text.title(), names, "it is nested too deeply");
        } catch (RuntimeException broken) {
            return unchecked(text.title(), names, SchemaCompiler.firstLine(broken));
        }
    }

    private static JsonSchema unchecked(String title, Set<String> names, String why) {
        Finding finding = new Finding(null, "not checked, as " + title + " cannot be used: " + why);
        return new JsonSchema(title, names, bytes -> finding);
    }

    private static SchemaRegistry registry(SchemaText text, StepBudget budget) {
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
        return SchemaRegistry.withDialects(dialects, builder -> builder.schemaRegistryConfig(config)
                .defaultDialectId(Dialects.getDraft7().getId())
                .schemas(iri -> named(references, iri)));
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
    public Set<String> names() {
        return names;
    }

    @Override
    public Decoded decodeFramed(Input body, MessageMark mark) {
        return decodeWhole(body);
    }

    @Override
    public Decoded decodeWhole(Input input) {
        Slice bytes = input.bytes();
        Json.Problem problem = input.onlyBeginning() ? null : Json.problemIn(bytes);
        if (problem != null) {
            return new Decoded.Failed("not JSON, as " + title + " says it should be: " + problem);
        }
        Finding finding = input.effort() == Input.Effort.FULL ? checker.check(bytes) : new Finding(null, null);
        String note = finding.note();
        return new Decoded.Read(
                bytes,
                Decoded.Syntax.JSON,
                true,
                "JSON Schema · " + title,
                finding.problem(),
                note == null ? Aside.NONE : Aside.note(note));
    }

    /** Checks with a schema that was loaded. One check at a time shares the budget. */
    private record Validation(String title, com.networknt.schema.Schema schema, StepBudget budget) implements Checker {

        @Override
        @SuppressWarnings("IllegalCatch") // the validator throws anything on strange schemas
        public Finding check(Slice bytes) {
            if (bytes.length() > LARGEST_CHECKED) {
                return unsaid("larger than " + LARGEST_CHECKED + " bytes, so not checked against " + title);
            }
            synchronized (budget) {
                budget.refill();
                try {
                    JsonNode node = MAPPER.readTree(bytes.data(), bytes.start(), bytes.length());
                    List<Error> errors = schema.validate(node);
                    return new Finding(errors.isEmpty() ? null : sentence(errors), null);
                } catch (StepBudget.SpentException spent) {
                    return unsaid("the check against " + title + " took too long and was ended");
                } catch (StepBudget.TooDeepException | StackOverflowError tooDeep) {
                    return unsaid(
                            title + " refers to itself without end, or the value is nested too deeply to be checked");
                } catch (IOException | RuntimeException broken) {
                    return unsaid("not checked, as " + title + " cannot be used: " + SchemaCompiler.firstLine(broken));
                }
            }
        }

        private static Finding unsaid(String why) {
            return new Finding(null, why);
        }

        private String sentence(List<Error> errors) {
            Error first = errors.get(0);
            String where = String.valueOf(first.getInstanceLocation());
            String more = errors.size() == 1 ? "" : ", and " + (errors.size() - 1) + " more";
            return "does not match " + title + ": " + (where.isEmpty() ? "" : where + " ") + first.getMessage() + more;
        }
    }
}
