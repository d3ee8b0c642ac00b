package dev.surveyor.service.group;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.cluster.PartitionTrouble;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

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
 * @param troubles the partitions of the group that nobody can read now, and why
 * @param rate records per second of all members together
 * @param totals of the rebalances seen
 */
public record GroupHead(
        String state,
        Tone tone,
        String protocol,
        String assignor,
        String epochWord,
        String epoch,
        Members members,
        GroupLag lag,
        List<PartitionTrouble> troubles,
        OptionalLong rate,
        RebalanceTotals totals) {

    public static final GroupHead UNKNOWN = new GroupHead(
            "Asking",
            Tone.QUIET,
            "",
            "",
            "epoch",
            "",
            new Members(0, 0),
            GroupLag.NONE,
            List.of(),
            OptionalLong.empty(),
            new RebalanceTotals(0, Duration.ZERO, 0, 0, 0));

    /** What colour a state has. */
    public enum Tone {
        GOOD,
        MOVING,
        QUIET
    }

    public static GroupHead of(GroupFigures figures, List<LaneModel> lanes, int generation, RebalanceTotals totals) {
        GroupDetail detail = figures.detail();
        long living = lanes.stream()
                .filter(lane -> lane.lane().end() == Lane.End.LIVES && lane.tone() != LaneModel.Tone.FAILED)
                .count();
        OptionalLong rate = rate(lanes);
        if (detail == null) {
            String state = living > 0 ? "Joining" : "No members yet";
            return new GroupHead(
                    state,
                    Tone.QUIET,
                    "",
                    "",
                    "generation",
                    number(generation),
                    new Members((int) living, 0),
                    figures.lag(),
                    figures.troubles(),
                    rate,
                    totals);
        }
        boolean numbered = detail.groupEpoch().isPresent();
        int kept = detail.seatsKept().size();
        return new GroupHead(
                GroupStates.words(detail.shownState()),
                tone(detail.shownState()),
                protocol(detail),
                detail.assignor(),
                numbered ? "epoch" : "generation",
                numbered ? number(detail.groupEpoch().getAsInt()) : number(generation),
                new Members(detail.members().size() - kept, kept),
                figures.lag(),
                figures.troubles(),
                rate,
                totals);
    }

    private static String protocol(GroupDetail detail) {
        return detail.typeText() + (detail.type().ofConsumers() ? " protocol" : " group");
    }

    /**
     * How many members there are.
     *
     * @param there those that are at work
     * @param seatsKept those that left for a while and keep their seat
     */
    public record Members(int there, int seatsKept) {
        /** Returns {@code 3 members, 1 seat kept}. */
        public String words() {
            String members = Counted.of(there, "member");
            return seatsKept == 0 ? members : members + ", " + Counted.of(seatsKept, "seat kept", "seats kept");
        }
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
            case "Empty", "Dead", "Unknown", "", GroupDetail.SEAT_KEPT -> Tone.QUIET;
            default -> Tone.MOVING;
        };
    }

    /** Returns what the state means, for a tooltip. */
    public String meaning() {
        return GroupStates.meaning(state);
    }
}
