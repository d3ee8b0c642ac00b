package dev.surveyor.service.transfer;

import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.time.TimeReader;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the user typed for a range: offsets, times, partitions. */
public final class ExportRange {

    private ExportRange() {}

    /** A text that cannot be read, with a sentence that says what is expected. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unreadable(String why) {
            super(why);
        }
    }

    /** Returns the range between two offsets or two times; both ends may be empty. The second offset is in the range. */
    public static SearchRange read(String from, String to, Clock clock) throws Unreadable {
        String first = from.strip();
        String last = to.strip();
        if (first.isEmpty() && last.isEmpty()) {
            return new SearchRange.Whole();
        }
        try {
            if (offset(first) && offset(last)) {
                long start = first.isEmpty() ? 0 : Long.parseLong(first);
                long end = last.isEmpty() ? Long.MAX_VALUE : Math.addExact(Long.parseLong(last), 1);
                return new SearchRange.Offsets(start, end);
            }
            return new SearchRange.Times(time(first, clock), time(last, clock));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new Unreadable("The range ends before it begins: " + first + " to " + last + ".");
        }
    }

    /** Returns the numbers of {@code 0,3,5-7}; all of them for an empty text. */
    public static List<Integer> partitions(String text, int count) throws Unreadable {
        List<Integer> numbers = new ArrayList<>();
        String all = text.isBlank() ? "0-" + (count - 1) : text;
        for (String part : all.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            if (ends.length > 2 || !part.strip().matches("\\d{1,9}(-\\d{1,9})?")) {
                throw new Unreadable("Partitions are written 0,3,5-7; \"" + part.strip() + "\" is none.");
            }
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            if (last >= count || last < first) {
                throw new Unreadable(
                        "The topic has the partitions 0 to " + (count - 1) + ", not " + part.strip() + ".");
            }
            for (int number = first; number <= last; number++) {
                if (!numbers.contains(number)) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    /** A number of ten digits or fewer, or a larger one that is no time in milliseconds, is an offset. */
    private static boolean offset(String text) {
        return text.isEmpty() || text.matches("\\d{1,10}");
    }

    private static @Nullable Instant time(String text, Clock clock) throws Unreadable {
        if (text.isEmpty()) {
            return null;
        }
        return TimeReader.of(clock)
                .moment(text)
                .orElseThrow(() -> new Unreadable(
                        "\"" + text + "\" is neither an offset nor a time. Times: " + TimeReader.EXPECTED));
    }
}
