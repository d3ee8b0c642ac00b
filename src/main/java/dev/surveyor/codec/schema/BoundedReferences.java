package dev.surveyor.codec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.List;

/** References cost steps and may only go so deep: only through them can a short schema ask for endless work. */
final class BoundedReferences {

    private static final int STEPS = 50;
    private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef", "$recursiveRef");

    private BoundedReferences() {}

    /** Returns the dialect with references that spend the budget. */
    static Dialect in(Dialect dialect, StepBudget budget) {
        Dialect.Builder builder = Dialect.builder(dialect);
        for (String name : REFERENCES) {
            // The builder of a later draft does not have its keywords yet: they come from vocabularies when it builds.
            Keyword keyword = dialect.getKeywords().get(name);
            if (keyword != null) {
                builder.keyword(new Bounded(keyword, budget));
            }
        }
        return builder.build();
    }

    /** A keyword whose validators cost steps. */
    private record Bounded(Keyword keyword, StepBudget budget) implements Keyword {

        @Override
        public String getValue() {
            return keyword.getValue();
        }

        @Override
        public KeywordValidator newValidator(
                SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) throws Exception {
            return new Counted(keyword.newValidator(location, node, parent, context), budget);
        }
    }

    /** The library's own validator of a reference, before which steps are paid. */
    private record Counted(KeywordValidator validator, StepBudget budget) implements KeywordValidator {

        @Override
        public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath path) {
            budget.spend(STEPS);
            budget.enter();
            try {
                validator.validate(execution, node, root, path);
            } finally {
                budget.leave();
            }
        }

        @Override
        public void preloadSchema() {
            validator.preloadSchema();
        }

        @Override
        public String getKeyword() {
            return validator.getKeyword();
        }

        @Override
        public SchemaLocation getSchemaLocation() {
            return validator.getSchemaLocation();
        }
    }
}
