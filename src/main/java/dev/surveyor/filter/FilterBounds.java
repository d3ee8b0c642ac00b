package dev.surveyor.filter;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.filter.Expression.NumberField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every record that matches a filter must be, as far as its text says so outright. A search may leave out whatever
 * lies outside; inside, the filter itself still decides.
 *
 * @param partitions the partitions' numbers, or null for all
 * @param offsets the offsets, or null for all
 * @param times the timestamps in milliseconds since 1970, or null for all
 * @param key the text that the key must be, byte for byte in UTF-8, or null for any key
 */
public record FilterBounds(
        @Nullable LongRanges partitions,
        @Nullable LongRanges offsets,
        @Nullable LongRanges times,
        @Nullable String key) {

    /** Returns whether the key may be what is read of other bytes: an object or a list, of MessagePack or of a window. */
    boolean keyMayBeDecoded() {
        return key != null && (key.startsWith("{") || key.startsWith("["));
    }

    /** Returns the same for a place where keys are decoded, so that their text is not their bytes. */
    FilterBounds withoutKey() {
        return new FilterBounds(partitions, offsets, times, null);
    }

    static FilterBounds of(Expression expression) {
        LongRanges partitions = null;
        LongRanges offsets = null;
        LongRanges times = null;
        String key = null;
        for (Expression part : conjuncts(expression)) {
            if (part instanceof Expression.InRange range) {
                if (range.number() == NumberField.PARTITION) {
                    partitions = both(partitions, range.ranges());
                } else if (range.number() == NumberField.OFFSET) {
                    offsets = both(offsets, range.ranges());
                } else if (range.number() == NumberField.TIME) {
                    times = both(times, range.ranges());
                }
            } else if (part instanceof Expression.Whole whole) {
                key = exactKey(whole, key);
            }
        }
        return new FilterBounds(partitions, offsets, times, key);
    }

    private static List<Expression> conjuncts(Expression expression) {
        if (!(expression instanceof Expression.And and)) {
            return List.of(expression);
        }
        List<Expression> parts = new ArrayList<>();
        for (Expression part : and.parts()) {
            parts.addAll(conjuncts(part));
        }
        return parts;
    }

    private static @Nullable String exactKey(Expression.Whole whole, @Nullable String before) {
        Operand operand = whole.operand();
        boolean text = operand.regex() == null && !operand.ofBytes();
        boolean exact = whole.part() == RecordPart.KEY && whole.operator() == Operator.EQUAL && text;
        return exact ? operand.text() : before;
    }

    private static LongRanges both(@Nullable LongRanges left, LongRanges right) {
        if (left == null) {
            return right;
        }
        List<LongRanges.Range> common = new ArrayList<>();
        for (LongRanges.Range a : left.ranges()) {
            for (LongRanges.Range b : right.ranges()) {
                long from = Math.max(a.from(), b.from());
                long to = Math.min(a.to(), b.to());
                if (from <= to) {
                    common.add(new LongRanges.Range(from, to));
                }
            }
        }
        return new LongRanges(common);
    }
}
