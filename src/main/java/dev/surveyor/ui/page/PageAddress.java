package dev.surveyor.ui.page;

import dev.surveyor.service.connection.ClusterSession;
import java.util.Optional;

/**
 * What a page shows, in a form that can be saved: {@code kind|profile|object}. Two pages of one address are the same.
 *
 * @param kind which kind of page
 * @param profileId the connection's profile
 * @param object the topic or the group; empty for a page of the connection as a whole
 */
public record PageAddress(Kind kind, String profileId, String object) {

    /** The kinds of pages; each has one {@link PageFactory}. */
    public enum Kind {
        TOPIC,
        /** Several topics in one table; the object is the text of a subscription. */
        TOPICS,
        PRODUCER,
        GROUP,
        BROKERS,
        SEARCH
    }

    private static final String SEPARATOR = "|";

    /** Returns the address of something on this connection. */
    public static PageAddress of(Kind kind, ClusterSession session, String object) {
        return new PageAddress(kind, session.profile().id(), object);
    }

    /** Returns where another kind of page is about the same object. */
    public PageAddress as(Kind other) {
        return new PageAddress(other, profileId, object);
    }

    /** Returns the form that is saved. */
    public String text() {
        return kind + SEPARATOR + profileId + SEPARATOR + object;
    }

    /** Returns the address of that text; nothing where it is none. */
    public static Optional<PageAddress> parse(String text) {
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
    public String title() {
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
