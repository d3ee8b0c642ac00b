package dev.surveyor.ui.records.table;

import java.util.Optional;

/** How the Time column of a live table writes the times of its records. */
enum TimeFormat {
    /** The time of day, in the zone that stands above the column. */
    ABSOLUTE("absolute", "Time of day"),
    /** How much later it is than that of the record before it among the rows. */
    SINCE_PREVIOUS("previous", "Since previous"),
    /** How much later it is than that of the first row. */
    SINCE_FIRST("first", "Since first"),
    /** Milliseconds since 1970, as Kafka keeps it. */
    EPOCH("epoch", "Epoch ms");

    private final String id;
    private final String words;

    TimeFormat(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** Returns the id of its menu item without the prefix; also what is kept in the settings. */
    String id() {
        return id;
    }

    /** Returns the words of its menu item; for all but {@link #ABSOLUTE} also the head of the column. */
    String words() {
        return words;
    }

    /** Returns whether a time depends on those of other rows. */
    boolean relative() {
        return this == SINCE_PREVIOUS || this == SINCE_FIRST;
    }

    static Optional<TimeFormat> of(String id) {
        for (TimeFormat format : values()) {
            if (format.id.equals(id)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
