package dev.surveyor.ui.parts;

import java.util.Locale;

/** The words for the state of a group. Without state. */
public final class GroupStates {

    private GroupStates() {}

    /** Returns Kafka's own name of a state as words: {@code Preparing rebalance} for {@code PreparingRebalance}. */
    public static String words(String state) {
        StringBuilder words = new StringBuilder();
        for (String part : state.strip().split("(?<=[a-z])(?=[A-Z])|[\\s_]+", -1)) {
            String word = part.toLowerCase(Locale.ROOT);
            words.append(words.isEmpty() ? capital(word) : " " + word);
        }
        return words.toString();
    }

    private static String capital(String word) {
        return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
