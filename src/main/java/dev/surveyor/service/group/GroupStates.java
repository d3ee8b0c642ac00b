package dev.surveyor.service.group;

import java.util.Locale;

/** The words for the state of a group. Without state. */
public final class GroupStates {

    private GroupStates() {}

    /** Returns Kafka's own name of a state as words: {@code Preparing rebalance} for {@code PreparingRebalance}. */
    public static String words(String state) {
        if (state.isBlank()) {
            return "Not told";
        }
        StringBuilder words = new StringBuilder();
        for (String part : state.strip().split("(?<=[a-z])(?=[A-Z])|[\\s_]+", -1)) {
            String word = part.toLowerCase(Locale.ROOT);
            words.append(words.isEmpty() ? capital(word) : " " + word);
        }
        return words.toString();
    }

    /** Returns what a state, as {@link #words} writes it, means. */
    public static String meaning(String words) {
        return switch (words) {
            case "Stable" -> "Every member has what it is to work on";
            case "Empty" -> "The group has no members; the offsets that it has stored are kept";
            case "Preparing rebalance" -> "Members are asked to join again";
            case "Completing rebalance" -> "Partitions are being handed out";
            case "Assigning" -> "The coordinator computes who gets what";
            case "Reconciling" -> "Members are giving up and taking over what they work on";
            case "Not ready" -> "Topics that the application needs are missing or do not fit together";
            case "Seat kept" ->
                "A static member has left for now and may come back: the coordinator keeps its"
                        + " partitions until its session time-out. Kafka says Reconciling";
            case "Dead" -> "The group has no members and no offsets";
            case "No members yet" -> "The group begins with its first member";
            case "Not told" -> "The brokers do not say in which state it is";
            default -> "The state that the coordinator gives";
        };
    }

    private static String capital(String word) {
        return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
