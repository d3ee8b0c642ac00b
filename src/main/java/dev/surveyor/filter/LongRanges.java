package dev.surveyor.filter;

import java.util.List;

/** A set of whole numbers, given as ranges with both ends inside. */
public record LongRanges(List<Range> ranges) {

    /** The numbers from {@code from} to {@code to}, both inside; none where from is above to. */
    public record Range(long from, long to) {

        boolean contains(long number) {
            return from <= number && number <= to;
        }
    }

    public LongRanges {
        ranges = List.copyOf(ranges);
    }

    static LongRanges of(long from, long to) {
        return new LongRanges(List.of(new Range(from, to)));
    }

    /** Returns the numbers that stand in that order to a number. */
    static LongRanges compared(Operator operator, long number) {
        return switch (operator) {
            case LESS -> number == Long.MIN_VALUE ? new LongRanges(List.of()) : of(Long.MIN_VALUE, number - 1);
            case LESS_OR_EQUAL -> of(Long.MIN_VALUE, number);
            case GREATER -> number == Long.MAX_VALUE ? new LongRanges(List.of()) : of(number + 1, Long.MAX_VALUE);
            case GREATER_OR_EQUAL -> of(number, Long.MAX_VALUE);
            case EQUAL, DOUBLE_EQUAL, CONTAINS, NOT_EQUAL -> of(number, number);
        };
    }

    /** Returns whether the number is in the set. */
    public boolean contains(long number) {
        for (Range range : ranges) {
            if (range.contains(number)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the smallest number of the set; the largest long for an empty set. */
    public long first() {
        return ranges.stream().mapToLong(Range::from).min().orElse(Long.MAX_VALUE);
    }

    /** Returns the largest number of the set; the smallest long for an empty set. */
    public long last() {
        return ranges.stream().mapToLong(Range::to).max().orElse(Long.MIN_VALUE);
    }
}
