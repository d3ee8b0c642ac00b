package dev.surveyor.codec.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Numbers of partitions as people write them: {@code 0,3,5-7}. */
public final class PartitionNumbers {

    /** What can be read, for the end of a sentence. */
    public static final String EXPECTED = "numbers such as 0,3,5-7";

    private static final int GREATEST = 100_000;

    private PartitionNumbers() {}

    /** Reads numbers and ranges with both their ends; nothing for a blank text, empty for what cannot be read. */
    public static Optional<SortedSet<Integer>> read(String text) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            String[] ends = part.split("-", 2);
            int from = number(ends[0]);
            int to = number(ends[ends.length - 1]);
            if (from < 0 || from > to || to > GREATEST) {
                return Optional.empty();
            }
            for (int each = from; each <= to; each++) {
                numbers.add(each);
            }
        }
        return Optional.of(numbers);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException notOne) {
            return -1;
        }
    }

    /** Writes them in order, three and more in a row as a range. */
    public static String words(Collection<Integer> numbers) {
        List<Integer> sorted = new ArrayList<>(new TreeSet<>(numbers));
        StringBuilder words = new StringBuilder();
        int i = 0;
        while (i < sorted.size()) {
            int last = i;
            while (last + 1 < sorted.size() && sorted.get(last + 1) == sorted.get(last) + 1) {
                last++;
            }
            last = last - i < 2 ? i : last;
            words.append(words.length() == 0 ? "" : ",").append(sorted.get(i));
            if (last > i) {
                words.append('-').append(sorted.get(last));
            }
            i = last + 1;
        }
        return words.toString();
    }
}
