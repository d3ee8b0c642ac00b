package dev.surveyor.service.group;

import dev.surveyor.codec.words.Listed;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.cluster.Troubles;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words for the lag of a group, which may be known in part only. Without state. */
public final class GroupLags {

    private static final int MOST_NAMED = 6;

    private GroupLags() {}

    /**
     * Returns the number, {@code ≥ 12} where some partitions could not be counted, or a dash where none could; in words
     * where the group stands beyond an end.
     */
    public static String text(GroupLag lag) {
        if (lag.known().isEmpty()) {
            return "\u2014";
        }
        String number = number(lag);
        return lag.beyond().isEmpty() ? number : lag.behind() ? number + ", beyond end" : "beyond end";
    }

    private static String number(GroupLag lag) {
        return (lag.uncounted().isEmpty() ? "" : "\u2265 ") + Numbers.grouped(lag.records());
    }

    /** Returns the same where there is room for a number only: {@code beyond} where there is none. */
    public static String brief(GroupLag lag) {
        return lag.beyond().isEmpty() ? text(lag) : lag.behind() ? number(lag) : "beyond";
    }

    /** Returns whether somebody should look: there are records to read, or the group stands beyond an end. */
    public static boolean worthALook(GroupLag lag) {
        return lag.behind() || !lag.beyond().isEmpty();
    }

    /** Returns what is not counted and why, and where the group stands beyond an end; empty text where nothing is to say. */
    public static String note(GroupLag lag) {
        String uncounted = lag.uncounted().isEmpty() ? "" : "not counted: " + Troubles.listed(lag.uncounted());
        return Stream.of(beyond(lag.beyond()), uncounted)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String beyond(List<PartitionId> partitions) {
        if (partitions.isEmpty()) {
            return "";
        }
        return "the group stands beyond the end of " + Listed.first(MOST_NAMED, partitions, PartitionId::toString)
                + ", as where a topic is made anew or its brokers lose records";
    }
}
