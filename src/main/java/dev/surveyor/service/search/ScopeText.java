package dev.surveyor.service.search;

import dev.surveyor.codec.words.PartitionNumbers;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.time.TimeReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what was typed about the scope of a search. */
public final class ScopeText {

    /** What was typed cannot be read; the message says what was expected. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    private ScopeText() {}

    /** Reads numbers and ranges of partitions, such as {@code 0,3,5-7}; nothing means all. */
    public static Set<Integer> partitions(String text) throws UnreadableException {
        return PartitionNumbers.read(text)
                .orElseThrow(() -> new UnreadableException(
                        "Partitions: expected " + PartitionNumbers.EXPECTED + ", not " + text.strip()));
    }

    /** Reads the ends of the range; an empty field is no limit. */
    public static SearchRange range(RangeChoice choice, String from, String to, ZoneId zone, Instant now)
            throws UnreadableException {
        return switch (choice) {
            case OLDER -> throw new UnreadableException("Range: no table has said what it keeps.");
            case WHOLE -> new SearchRange.Whole();
            case OFFSETS -> {
                long first = from.isBlank() ? 0 : number(from, "From");
                // What is typed is the last offset that is wanted.
                long end = to.isBlank() ? Long.MAX_VALUE : number(to, "To") + 1;
                if (end < first) {
                    throw new UnreadableException("The last offset is before the first one.");
                }
                yield new SearchRange.Offsets(first, end);
            }
            case TIMES -> {
                Instant first = time(from, "From", zone, now);
                Instant last = time(to, "To", zone, now);
                if (first != null && last != null && last.isBefore(first)) {
                    throw new UnreadableException("The time window ends before it begins.");
                }
                yield new SearchRange.Times(first, last);
            }
        };
    }

    private static long number(String text, String field) throws UnreadableException {
        try {
            long number = Long.parseLong(text.strip().replace("\u00a0", "").replace(" ", ""));
            if (number >= 0 && number < Long.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            throw new UnreadableException(field + ": expected a number, not " + text.strip());
        }
        throw new UnreadableException(field + ": expected a number from 0, not " + text.strip());
    }

    private static @Nullable Instant time(String text, String field, ZoneId zone, Instant now)
            throws UnreadableException {
        if (text.isBlank()) {
            return null;
        }
        return new TimeReader(zone, now)
                .moment(text)
                .orElseThrow(() -> new UnreadableException(field + ": expected " + TimeReader.EXPECTED));
    }
}
