package dev.surveyor.ui.shell;

import java.util.Optional;

/**
 * What a page shows, in a form that can be saved: {@code kind|profile|object}. Two pages of one address are the same.
 *
 * @param kind which feature
 * @param profileId the connection's profile
 * @param object the topic or the group
 */
record PageAddress(Kind kind, String profileId, String object) {

    /** The features that have pages. */
    enum Kind {
        TOPIC,
        /** Several topics in one table; the object is the text of a subscription. */
        TOPICS,
        PRODUCER,
        GROUP,
        BROKERS,
        SEARCH
    }

    private static final String SEPARATOR = "|";

    String text() {
        return kind + SEPARATOR + profileId + SEPARATOR + object;
    }

    static Optional<PageAddress> parse(String text) {
        String[] parts = text.split("\\|", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(parts[0])) {
                return Optional.of(new PageAddress(kind, parts[1], parts[2]));
            }
        }
        return Optional.empty();
    }

    /** Returns what the tab is called. */
    String title() {
        return switch (kind) {
            case TOPIC -> object;
            case TOPICS -> object.replace(",", ", ");
            case PRODUCER -> "Produce " + object;
            case GROUP -> "Group " + object;
            case BROKERS -> "Brokers";
            case SEARCH -> "Search " + object;
        };
    }
}
