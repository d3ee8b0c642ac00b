package dev.surveyor.ui.groups;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.group.Lane;
import dev.surveyor.service.group.LaneModel;
import dev.surveyor.service.group.StaticMembers;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes a static member out of the group, after a question. For the JavaFX thread only. */
final class MemberRemoval {

    private final StaticMembers members;
    private final String groupId;
    private final Dialogs dialogs;
    private final UiExecutor uiExecutor;
    private final Consumer<BrokerFailure> onFailure;

    /**
     * @param dialogs asks first; about the connection
     * @param onFailure told why the coordinator did not do it
     */
    MemberRemoval(
            StaticMembers members,
            String groupId,
            Dialogs dialogs,
            UiExecutor uiExecutor,
            Consumer<BrokerFailure> onFailure) {
        this.members = members;
        this.groupId = groupId;
        this.dialogs = dialogs;
        this.uiExecutor = uiExecutor;
        this.onFailure = onFailure;
    }

    /** @param time writes a moment */
    void ask(LaneModel lane, Function<Instant, String> time) {
        String instanceId = lane.instanceId();
        dialogs.confirm(
                new Dialogs.Confirmation(
                        "Remove " + instanceId + " from group " + groupId, effect(lane, time), "Remove member"),
                () -> uiExecutor.whenDone(members.remove(groupId, instanceId), (done, thrown) -> {
                    if (thrown != null) {
                        onFailure.accept(BrokerFailureException.in(thrown));
                    }
                }));
    }

    private static String effect(LaneModel lane, Function<Instant, String> time) {
        String now = "Its partitions go to the other members of the group now";
        if (lane.lane().end() == Lane.End.SEAT_KEPT) {
            String later = lane.seatUntil() == null
                    ? "after its session time-out"
                    : "at " + time.apply(lane.seatUntil()) + " at the latest";
            return "The static member has left for now and may come back. " + now + ", not " + later + ".";
        }
        return now
                + ". If it still runs, it joins again by itself; whether it does, the coordinator knows only when its"
                + " session has run out.";
    }
}
