package dev.surveyor.filter;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.HeaderCursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a record met a filter: in which field, header or part, and what stands there. Conditions on numbers of
 * the record, such as its offset, and those that forbid something have no such place. Safe for several threads.
 */
public final class MatchFinder {

    private static final int MOST = 4;

    /** Makes the hit of one condition, or null where it has none. */
    private interface Condition {
        @Nullable
        MatchHit in(ConsumedRecord record);
    }

    private final List<Condition> conditions = new ArrayList<>();
    private final FilterContext context;
    private final RecordReader reader;

    private MatchFinder(FilterContext context) {
        this.context = context;
        this.reader = context.reader();
    }

    /** Returns the finder for the text of a filter; for a text that is none, one that finds nothing. */
    public static MatchFinder of(String filter, FilterContext context) {
        MatchFinder finder = new MatchFinder(context);
        try {
            finder.add(new FilterParser(filter, context).parse());
        } catch (FilterSyntaxException notAFilter) {
            finder.conditions.clear();
        }
        return finder;
    }

    /** Returns the places, in the order of the filter, a few at most. May take long where the value is large. */
    public List<MatchHit> hits(ConsumedRecord record) {
        List<MatchHit> hits = new ArrayList<>();
        for (Condition condition : conditions) {
            MatchHit hit = hits.size() == MOST ? null : condition.in(record);
            if (hit != null && !hits.contains(hit)) {
                hits.add(hit);
            }
        }
        return hits;
    }

    private void add(Expression expression) {
        if (expression instanceof Expression.And and) {
            and.parts().forEach(this::add);
        } else if (expression instanceof Expression.Or or) {
            or.parts().forEach(this::add);
        } else if (expression instanceof Expression.Anywhere anywhere) {
            conditions.add(record -> anywhere(record, anywhere.operand()));
        } else if (expression instanceof Expression.AnyHeader header) {
            conditions.add(record -> inHeaders(record, header.operand()));
        } else if (expression instanceof Expression.Whole whole) {
            addTested(expression, record -> whole(record, whole));
        } else if (expression instanceof Expression.Field field) {
            String part = FilterField.of(field.part()).word();
            String path = field.path().toString();
            String name = part + (path.startsWith("[") ? "" : ".") + path;
            addNamed(expression, name, name, field.operator(), field.operand());
        } else if (expression instanceof Expression.Header header) {
            String name = FilterText.headerField(header.name());
            addNamed(expression, name, "header " + header.name(), header.operator(), header.operand());
        }
    }

    /** A condition that may be one of several, so it counts only where it holds. */
    private void addTested(Expression expression, Condition condition) {
        RecordFilter test = new FilterCompiler(context).compile(expression);
        conditions.add(record -> test.matches(record) ? condition.in(record) : null);
    }

    private void addNamed(
            Expression expression, String field, String shown, @Nullable Operator operator, @Nullable Operand operand) {
        FieldReader.of(field)
                .map(each -> each.decodedBy(reader))
                .ifPresent(values -> addTested(expression, record -> {
                    String text = values.read(record);
                    return text == null ? null : MatchHit.of(shown, text, operator, operand);
                }));
    }

    private @Nullable MatchHit whole(ConsumedRecord record, Expression.Whole whole) {
        String place = FilterField.of(whole.part()).word();
        Slice raw = Slice.of(record, whole.part());
        if (raw.isNull() || raw.isEmpty()) {
            return MatchHit.whole(place, raw.isNull() ? "∅ null" : "empty");
        }
        Slice bytes = reader.text(record, whole.part());
        return MatchHit.of(place, text(bytes), whole.operator(), whole.operand());
    }

    private @Nullable MatchHit anywhere(ConsumedRecord record, Operand operand) {
        for (RecordPart part : RecordPart.values()) {
            Slice bytes = reader.text(record, part);
            MatchHit hit = in(FilterField.of(part).word(), bytes, operand);
            if (hit != null) {
                return hit;
            }
        }
        return inHeaders(record, operand);
    }

    private @Nullable MatchHit inHeaders(ConsumedRecord record, Operand operand) {
        HeaderCursor header = new HeaderCursor(record);
        while (header.next()) {
            String name = "header " + header.key();
            Slice value = reader.header(
                            record.partition().topic(),
                            header.key(),
                            Slice.of(record.data(), header.valueStart(), header.valueLength()))
                    .text();
            MatchHit inValue = in(name, value, operand);
            if (inValue != null) {
                return inValue;
            }
            if (MatchHit.containing("header", header.key(), operand) != null) {
                return MatchHit.containing("header", header.key(), operand);
            }
        }
        return null;
    }

    private static @Nullable MatchHit in(String place, Slice bytes, Operand operand) {
        return bytes.isNull() || bytes.isEmpty() ? null : MatchHit.containing(place, text(bytes), operand);
    }

    private static String text(Slice bytes) {
        return new String(bytes.data(), bytes.start(), bytes.length(), StandardCharsets.UTF_8);
    }
}
