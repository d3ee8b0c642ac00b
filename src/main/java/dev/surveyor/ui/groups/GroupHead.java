package dev.surveyor.ui.groups;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.service.group.Lane;
import dev.surveyor.service.group.RebalanceTotals;
import dev.surveyor.ui.parts.GroupStates;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The line about a group above its chart, and the figures of the status bar.
 *
 * @param state in Kafka's words, or that there is no such group yet
 * @param tone the colour of the state
 * @param protocol in words, empty until it is known
 * @param epochWord {@code epoch} or {@code generation}
 * @param epoch the newest, empty until it is known
 * @param members how many members the group has
 * @param lag of the group
 * @param rate records per second of all members together
 * @param totals of the rebalances seen
 */
record GroupHead(
        String state,
        Tone tone,
        String protocol,
        String assignor,
        String epochWord,
        String epoch,
        int members,
        OptionalLong lag,
        OptionalLong rate,
        RebalanceTotals totals) {

    static final GroupHead UNKNOWN = new GroupHead(
            "Asking",
            Tone.QUIET,
            "",
            "",
            "epoch",
            "",
            0,
            OptionalLong.empty(),
            OptionalLong.empty(),
            new RebalanceTotals(0, Duration.ZERO, 0, 0, 0));

    /** What colour a state has. */
    enum Tone {
        GOOD,
        MOVING,
        QUIET
    }

    static GroupHead of(
            @Nullable GroupDetail detail,
            List<LaneModel> lanes,
            int generation,
            OptionalLong lag,
            RebalanceTotals totals) {
        long living = lanes.stream()
                .filter(lane -> lane.lane().end() == Lane.End.LIVES && lane.tone() != LaneModel.Tone.FAILED)
                .count();
        OptionalLong rate = rate(lanes);
        if (detail == null) {
            String state = living > 0 ? "Joining" : "No members yet";
            return new GroupHead(
                    state, Tone.QUIET, "", "", "generation", number(generation), (int) living, lag, rate, totals);
        }
        boolean consumer = detail.groupEpoch().isPresent();
        String protocol = detail.type().toLowerCase(java.util.Locale.ROOT);
        String epoch = consumer ? number(detail.groupEpoch().getAsInt()) : number(generation);
        return new GroupHead(
                GroupStates.words(detail.state()),
                tone(detail.state()),
                protocol,
                detail.assignor(),
                consumer ? "epoch" : "generation",
                epoch,
                detail.members().size(),
                lag,
                rate,
                totals);
    }

    private static OptionalLong rate(List<LaneModel> lanes) {
        return lanes.stream().anyMatch(lane -> lane.rate().isPresent())
                ? OptionalLong.of(
                        lanes.stream().mapToLong(lane -> lane.rate().orElse(0)).sum())
                : OptionalLong.empty();
    }

    private static String number(int number) {
        return number < 0 ? "" : Integer.toString(number);
    }

    private static Tone tone(String state) {
        return switch (state) {
            case "Stable" -> Tone.GOOD;
            case "Empty", "Dead", "Unknown" -> Tone.QUIET;
            default -> Tone.MOVING;
        };
    }

    /** Returns what the state means, for a tooltip. */
    String meaning() {
        return switch (state) {
            case "Stable" -> "Every member has its partitions";
            case "Empty" -> "The group has no members; its committed offsets are kept";
            case "Preparing rebalance" -> "Members are asked to join again";
            case "Completing rebalance" -> "Partitions are being handed out";
            case "Assigning" -> "The coordinator computes who gets which partition";
            case "Reconciling" -> "Members are giving up and taking over partitions";
            case "Dead" -> "The group has no members and no offsets";
            case "No members yet" -> "The group begins with its first member";
            default -> "The state that the coordinator gives";
        };
    }
}
