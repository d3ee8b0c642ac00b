package dev.surveyor.kafka.connection;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that somebody may have meant. */
final class NearestName {

    private NearestName() {}

    /** Returns the known name with the fewest letters to change, if that is at most a third of them. */
    static Optional<String> of(String written, Collection<String> known) {
        int fewest = Integer.MAX_VALUE;
        String nearest = "";
        for (String name : known) {
            int changes = changes(written, name);
            if (changes < fewest) {
                fewest = changes;
                nearest = name;
            }
        }
        return fewest <= Math.max(2, written.length() / 3) ? Optional.of(nearest) : Optional.empty();
    }

    /** The Levenshtein distance. */
    private static int changes(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
