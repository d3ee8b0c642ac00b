package dev.surveyor.ui.topics;

import dev.surveyor.domain.connection.Environment;
import dev.surveyor.ui.parts.Dot;

/** What a row of the sidebar shows. Equal rows look the same, so that a refresh touches only what has changed. */
sealed interface SidebarRow {

    /** The connection that the row belongs to. */
    String profileId();

    /** A connection with its environment, and its health as a dot and a word. */
    record Connection(String profileId, String name, Environment environment, Dot.Kind dot, String state)
            implements SidebarRow {}

    /** A heading with a count; an unknown count is an empty text. */
    record Section(String profileId, Kind kind, String count) implements SidebarRow {}

    record Topic(String profileId, String name, int partitions, boolean internal) implements SidebarRow {}

    /** A group; {@code meaning} explains state and lag in a tooltip. */
    record Group(String profileId, String id, Dot.Kind dot, String state, boolean lagging, String meaning)
            implements SidebarRow {}

    record Broker(String profileId, String name, boolean controller) implements SidebarRow {}

    /** Being read, with a way to cancel. */
    record Loading(String profileId, String text) implements SidebarRow {}

    /** The place of a row that is on its way. */
    record Skeleton(String profileId, int number) implements SidebarRow {}

    /** A sentence in the place of rows. */
    record Note(String profileId, String text) implements SidebarRow {}

    /** The headings. */
    enum Kind {
        TOPICS("Topics"),
        GROUPS("Groups"),
        BROKERS("Brokers");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
