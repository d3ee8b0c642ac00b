package dev.surveyor.service.group;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.group.MemberStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * @param lag records that it has still to read
 * @param seatUntil when the coordinator gives up at the latest on a member that has left for now, or null where it is not
 *     one or that is not known
 * @param removable whether brokers take it out of its group when they are asked to
 */
public record LaneModel(
        Lane lane,
        @Nullable MemberStatus status,
        GroupDetail.@Nullable Member member,
        String subtitle,
        Tone tone,
        OptionalLong rate,
        GroupLag lag,
        @Nullable Instant seatUntil,
        boolean removable) {

    /** What a member's dot says. */
    public enum Tone {
        LIVE,
        WAITING,
        ENDED,
        FAILED,
        EXTERNAL
    }

    /** Returns whether this app can tell it what to do. */
    public boolean controllable() {
        boolean there = lane.end() == Lane.End.LIVES || lane.end() == Lane.End.POLLED_TOO_LATE;
        return status != null && there && tone != Tone.FAILED;
    }

    /** Returns its {@code group.instance.id}, empty text for a dynamic member. */
    public String instanceId() {
        String known = member != null
                ? member.instanceId()
                : status != null ? status.settings().instanceId() : null;
        return known == null ? "" : known;
    }

    /** Returns who it is, a line for each thing that is known. */
    public String about() {
        List<String> lines = new ArrayList<>(List.of("client.id " + lane.client()));
        if (!instanceId().isEmpty()) {
            lines.add("group.instance.id " + instanceId());
        }
        if (!lane.memberId().isEmpty()) {
            lines.add("member id " + lane.memberId());
        }
        if (member != null) {
            lines.add("at " + member.host());
            if (!member.tasks().isEmpty()) {
                lines.add("tasks " + member.tasks().text());
            }
        }
        return String.join("\n", lines);
    }
}
