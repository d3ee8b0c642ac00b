package dev.surveyor.filter;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.record.ConsumedRecord;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a predicate of a parsed filter. */
final class FilterCompiler {

    private final FilterContext context;
    private final DecodedText decoded;

    FilterCompiler(FilterContext context) {
        this.context = context;
        this.decoded = new DecodedText(context.reader());
    }

    RecordFilter compile(Expression expression) {
        if (expression instanceof Expression.Any) {
            return RecordFilter.ALL;
        } else if (expression instanceof Expression.And and) {
            return new Junction(cheapFirst(and.parts()), Verdict.NO_MATCH);
        } else if (expression instanceof Expression.Or or) {
            return new Junction(cheapFirst(or.parts()), Verdict.MATCH);
        } else if (expression instanceof Expression.Not not) {
            RecordFilter inner = compile(not.inner());
            return record -> inner.test(record).negated();
        } else if (expression instanceof Expression.Anywhere anywhere) {
            return anywhere(anywhere.operand());
        } else if (expression instanceof Expression.Whole whole) {
            BytesPredicate test = BytesPredicate.of(whole.operator(), whole.operand());
            return whole.asksForBytes() ? raw(whole.part(), test) : decoded.part(whole.part(), test);
        } else if (expression instanceof Expression.Field field) {
            return decoded.part(field.part(), new JsonFieldPredicate(field.path(), field.operator(), field.operand()));
        } else if (expression instanceof Expression.Header header) {
            return new HeaderFilter(header.name(), header.operator(), header.operand(), context.reader());
        } else if (expression instanceof Expression.AnyHeader header) {
            return anyHeader(header.operand());
        } else if (expression instanceof Expression.Topic topic) {
            return topic(BytesPredicate.of(topic.operator(), topic.operand()));
        } else if (expression instanceof Expression.InRange range) {
            return inRange(range.number(), range.ranges());
        } else if (expression instanceof Expression.Is is) {
            return is(is.state());
        }
        throw unknown(expression);
    }

    /** A kind that is forgotten here must not become a filter that everything matches. */
    private static IllegalArgumentException unknown(Expression expression) {
        return new IllegalArgumentException(
                "no predicate for " + expression.getClass().getName());
    }

    /** Asks the record itself: what its bytes are read as may be nothing at all, or not be known. */
    private static RecordFilter raw(RecordPart part, BytesPredicate test) {
        return part == RecordPart.KEY
                ? record -> test.test(record.data(), record.keyStart(), record.keyLength())
                : record -> test.test(record.data(), record.valueStart(), record.valueLength());
    }

    private List<RecordFilter> cheapFirst(List<Expression> parts) {
        return parts.stream()
                .sorted(Comparator.comparingInt(FilterCompiler::cost))
                .map(this::compile)
                .toList();
    }

    /** Returns how dear a test is, in rough steps: numbers, one part's bytes, all bytes, parsing. */
    private static int cost(Expression expression) {
        if (expression instanceof Expression.InRange || expression instanceof Expression.Any) {
            return 0;
        } else if (expression instanceof Expression.Not not) {
            return cost(not.inner());
        } else if (expression instanceof Expression.Whole whole) {
            return whole.operand().regex() == null ? 1 : 5;
        } else if (expression instanceof Expression.Header header) {
            Operand operand = header.operand();
            return operand == null || operand.regex() == null ? 1 : 5;
        } else if (expression instanceof Expression.AnyHeader || expression instanceof Expression.Topic) {
            return 1;
        } else if (expression instanceof Expression.Anywhere anywhere) {
            return anywhere.operand().regex() == null ? 2 : 6;
        } else if (expression instanceof Expression.Field) {
            return 3;
        } else if (expression instanceof Expression.And and) {
            return and.parts().stream().mapToInt(FilterCompiler::cost).max().orElse(0);
        } else if (expression instanceof Expression.Or or) {
            return or.parts().stream().mapToInt(FilterCompiler::cost).max().orElse(0);
        } else if (expression instanceof Expression.Is is) {
            return is.state() == Expression.State.ERROR ? 7 : 1;
        }
        throw unknown(expression);
    }

    private RecordFilter anywhere(Operand operand) {
        BytesPredicate inText = BytesPredicate.of(Operator.CONTAINS, operand);
        Regex regex = operand.regex();
        if (regex != null) {
            return decoded.orDecoded(new RegexFilter(regex), inText);
        }
        return decoded.orDecoded(
                operand.quoted() ? TextFilter.exact(operand.text()) : TextFilter.ignoringCase(operand.text()), inText);
    }

    private RecordFilter anyHeader(Operand operand) {
        Regex regex = operand.regex();
        if (operand.ofBytes()) {
            return HeaderFilter.ofAnyName(Operator.EQUAL, operand, context.reader());
        }
        RecordFilter read = HeaderFilter.ofAnyName(Operator.CONTAINS, operand, context.reader());
        if (regex != null) {
            RegexFilter raw = new RegexFilter(regex);
            return new Junction(List.of(raw::inHeaders, read), Verdict.MATCH);
        }
        Needle needle = operand.quoted() ? Needle.exact(operand.text()) : Needle.ignoringCase(operand.text());
        return new Junction(List.of(record -> Verdict.of(TextFilter.inHeaders(record, needle)), read), Verdict.MATCH);
    }

    private static RecordFilter topic(BytesPredicate test) {
        return record -> {
            byte[] name = record.partition().topic().getBytes(StandardCharsets.UTF_8);
            return test.test(name, 0, name.length);
        };
    }

    private static RecordFilter inRange(Expression.NumberField number, LongRanges ranges) {
        return switch (number) {
            case PARTITION ->
                record -> Verdict.of(ranges.contains(record.partition().partition()));
            case OFFSET -> record -> Verdict.of(ranges.contains(record.offset()));
            case SIZE -> record -> Verdict.of(ranges.contains(record.sizeInBytes()));
            case TIME -> record -> Verdict.of(record.hasTimestamp() && ranges.contains(record.timestamp()));
        };
    }

    private RecordFilter is(Expression.State state) {
        return switch (state) {
            case MARKED -> {
                Predicate<ConsumedRecord> marked = Objects.requireNonNull(context.marked());
                yield record -> Verdict.of(record instanceof ConsumedRecord kept && marked.test(kept));
            }
            case ABORTED -> ofKept(Objects.requireNonNull(context.transactions())::aborted);
            case OPEN -> ofKept(Objects.requireNonNull(context.transactions())::open);
            case TOMBSTONE -> record -> Verdict.of(record.valueLength() < 0 && record.keyLength() >= 0);
            case ERROR ->
                new Junction(
                        List.of(
                                record -> decoded.broken(record, RecordPart.KEY),
                                record -> decoded.broken(record, RecordPart.VALUE)),
                        Verdict.MATCH);
        };
    }

    private static RecordFilter ofKept(Function<ConsumedRecord, Verdict> known) {
        return record -> record instanceof ConsumedRecord kept ? known.apply(kept) : Verdict.UNDECIDED;
    }
}
