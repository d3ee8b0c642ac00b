package dev.surveyor.ui.records.table;

import dev.surveyor.domain.time.Times;
import java.util.Optional;

/** How the Time column of a live table writes the times of its records. */
enum TimeFormat {
    /** The time of day, in the zone that stands above the column. */
    ABSOLUTE("absolute", "Time of day", Times.USUAL),
    /** With the date. */
    DATE("date", "Date and time", Times.USUAL_DATED),
    /** With the date, and with the distance from UTC, which the zone may have changed since. */
    OFFSET("offset", "Date, time and offset", Times.USUAL_DATED + " UTC+1"),
    /** How much later it is than that of the record before it among the rows. */
    SINCE_PREVIOUS("previous", "Since previous", "+10:02:11.482"),
    /** How much later it is than that of the first row. */
    SINCE_FIRST("first", "Since first", "+10:02:11.482"),
    /** Milliseconds since 1970, as Kafka keeps it. */
    EPOCH("epoch", "Epoch ms", "1795338131482");

    private final String id;
    private final String words;
    private final String example;

    TimeFormat(String id, String words, String example) {
        this.id = id;
        this.words = words;
        this.example = example;
    }

    /** Returns the id of its menu item without the prefix; also what is kept in the settings. */
    String id() {
        return id;
    }

    /** Returns the words of its menu item; for those that are in no zone also the head of the column. */
    String words() {
        return words;
    }

    /** Returns how many characters most times have. */
    int usualLength() {
        return example.length();
    }

    /** Returns whether it is written in a zone. */
    boolean zoned() {
        return this == ABSOLUTE || this == DATE || this == OFFSET;
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
