package dev.surveyor.ui.groups;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.service.group.Lane;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A lane as it is drawn.
 *
 * @param lane the member and what it owned
 * @param status the member as this app runs it, or null for a member of another program
 * @param member the member as the coordinator describes it, or null where it does not
 * @param subtitle what it is or what became of it, in a few words
 * @param tone the colour of its dot and of its subtitle
 * @param rate records per second, empty where it is not known or no longer counts
 * @param lag records that it has still to read, empty where it is not known
 */
record LaneModel(
        Lane lane,
        @Nullable MemberStatus status,
        GroupDetail.@Nullable Member member,
        String subtitle,
        Tone tone,
        OptionalLong rate,
        GroupLag lag) {

    /** What a member's dot says. */
    enum Tone {
        LIVE,
        WAITING,
        ENDED,
        FAILED,
        EXTERNAL
    }

    /** Returns whether this app can tell it what to do. */
    boolean controllable() {
        return status != null && lane.end() == Lane.End.LIVES && tone != Tone.FAILED;
    }
}
