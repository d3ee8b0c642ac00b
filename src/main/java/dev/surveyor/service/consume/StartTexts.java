package dev.surveyor.service.consume;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.time.Times;
import java.time.Clock;
import java.util.Optional;

/** Where to start, in words; and the offsets that a user types. */
public final class StartTexts {

    private StartTexts() {}

    /** Returns the words of the chip. */
    public static String words(StartPosition start, Clock clock) {
        if (start instanceof StartPosition.LastRecords last) {
            return "Last " + Numbers.grouped(last.count());
        }
        if (start instanceof StartPosition.AtTime at) {
            return "From " + new Times(clock.getZone()).full(at.time());
        }
        if (start instanceof StartPosition.AtOffset at) {
            return "From offset " + Numbers.grouped(at.offset());
        }
        if (start instanceof StartPosition.Beginning) {
            return "Beginning";
        }
        return start instanceof StartPosition.Committed ? "Committed offsets" : "New records";
    }

    /** Reads an offset of at least 0, spaces between digits allowed; empty where it is none. */
    public static Optional<Long> offset(String text) {
        String digits = text.replaceAll("[\\s\\u00A0\\u202F_]", "");
        return digits.matches("\\d{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
