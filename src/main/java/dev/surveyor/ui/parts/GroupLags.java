package dev.surveyor.ui.parts;

import dev.surveyor.codec.Counted;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.service.cluster.Troubles;

/** The words for the lag of a group, which may be known in part only. Without state. */
public final class GroupLags {

    private GroupLags() {}

    /** Returns the number, {@code ≥ 12} where some partitions could not be counted, or a dash where none could. */
    public static String text(GroupLag lag) {
        if (lag.known().isEmpty()) {
            return "\u2014";
        }
        return (lag.uncounted().isEmpty() ? "" : "\u2265 ") + Counted.grouped(lag.records());
    }

    /** Returns what is not counted and why; empty text where all is. */
    public static String note(GroupLag lag) {
        return lag.uncounted().isEmpty() ? "" : "not counted: " + Troubles.listed(lag.uncounted());
    }
}
