package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of expression becomes a predicate of its own. */
class ExpressionKindsTest {

    private static final FilterContext CONTEXT = new FilterContext(
            FilterFixtures.CLOCK, record -> false, new FakeTransactions(Map.of()), RecordReader.withoutSchemas());

    /** One of each kind, that none but {@link Expression.Any} holds for {@link #NOTHING}. */
    private static final Map<Class<?>, Expression> SAMPLES = samples(
            new Expression.Any(),
            new Expression.And(List.of(new Expression.Any(), word())),
            new Expression.Or(List.of(word(), word())),
            new Expression.Not(new Expression.Any()),
            word(),
            new Expression.Whole(RecordPart.VALUE, Operator.EQUAL, operand()),
            new Expression.Field(RecordPart.VALUE, new JsonPath(List.of(new JsonPath.Step("a", 0))), null, null),
            new Expression.Header("a", null, null),
            new Expression.AnyHeader(operand()),
            new Expression.Topic(Operator.EQUAL, operand()),
            new Expression.InRange(Expression.NumberField.OFFSET, LongRanges.of(5, 6)),
            new Expression.Is(Expression.State.TOMBSTONE));

    private static final ConsumedRecord NOTHING = ConsumedRecord.at(new PartitionId("orders", 0), 0)
            .timestamp(0, TimestampType.CREATE_TIME)
            .build();

    private static Map<Class<?>, Expression> samples(Expression... all) {
        Map<Class<?>, Expression> samples = new HashMap<>();
        for (Expression one : all) {
            samples.put(one.getClass(), one);
        }
        return samples;
    }

    private static Expression word() {
        return new Expression.Anywhere(operand());
    }

    private static Operand operand() {
        return new Operand("paid", false, null, 1);
    }

    private static Stream<Class<?>> kinds() {
        return Stream.of(Expression.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void no_kind_but_everything_itself_matches_everything(Class<?> kind) {
        Expression sample = Objects.requireNonNull(SAMPLES.get(kind), () -> "no sample of " + kind);
        RecordFilter alone = new FilterCompiler(CONTEXT).compile(sample);
        assertThat(alone.test(NOTHING) == Verdict.MATCH).isEqualTo(kind == Expression.Any.class);
        // Among others each kind needs its cost, too.
        RecordFilter joined =
                new FilterCompiler(CONTEXT).compile(new Expression.And(List.of(sample, new Expression.Any())));
        assertThat(joined.test(NOTHING)).isEqualTo(alone.test(NOTHING));
    }
}
