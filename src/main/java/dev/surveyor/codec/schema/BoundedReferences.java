package dev.surveyor.codec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.DynamicRefValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.RecursiveRefValidator;
import com.networknt.schema.keyword.RefValidator;
import com.networknt.schema.path.NodePath;

/** References cost steps: only through them can a short schema ask for endless work. */
final class BoundedReferences {

    private static final int STEPS = 50;

    private BoundedReferences() {}

    /** Returns the dialect with references that spend the budget. */
    static Dialect in(Dialect dialect, StepBudget budget) {
        return Dialect.builder(dialect)
                .keywords(keywords -> keywords.replaceAll((name, keyword) -> switch (name) {
                    case "$ref" ->
                        keyword(name, (at, node, parent, context) -> new Ref(at, node, parent, context, budget));
                    case "$dynamicRef" ->
                        keyword(name, (at, node, parent, context) -> new DynamicRef(at, node, parent, context, budget));
                    case "$recursiveRef" ->
                        keyword(
                                name,
                                (at, node, parent, context) -> new RecursiveRef(at, node, parent, context, budget));
                    default -> keyword;
                }))
                .build();
    }

    /** Makes the validator of a keyword. */
    private interface Maker {
        KeywordValidator make(SchemaLocation location, JsonNode node, Schema parent, SchemaContext context);
    }

    private static Keyword keyword(String name, Maker maker) {
        return new Keyword() {
            @Override
            public String getValue() {
                return name;
            }

            @Override
            public KeywordValidator newValidator(
                    SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
                return maker.make(location, node, parent, context);
            }
        };
    }

    private static final class Ref extends RefValidator {
        private final StepBudget budget;

        Ref(SchemaLocation location, JsonNode node, Schema parent, SchemaContext context, StepBudget budget) {
            super(location, node, parent, context);
            this.budget = budget;
        }

        @Override
        public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath path) {
            budget.spend(STEPS);
            super.validate(execution, node, root, path);
        }
    }

    private static final class DynamicRef extends DynamicRefValidator {
        private final StepBudget budget;

        DynamicRef(SchemaLocation location, JsonNode node, Schema parent, SchemaContext context, StepBudget budget) {
            super(location, node, parent, context);
            this.budget = budget;
        }

        @Override
        public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath path) {
            budget.spend(STEPS);
            super.validate(execution, node, root, path);
        }
    }

    private static final class RecursiveRef extends RecursiveRefValidator {
        private final StepBudget budget;

        RecursiveRef(SchemaLocation location, JsonNode node, Schema parent, SchemaContext context, StepBudget budget) {
            super(location, node, parent, context);
            this.budget = budget;
        }

        @Override
        public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath path) {
            budget.spend(STEPS);
            super.validate(execution, node, root, path);
        }
    }
}
