package dev.surveyor.ui.groups;

import dev.surveyor.codec.Counted;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.group.Lane;
import dev.surveyor.service.group.OwnedSpan;
import dev.surveyor.ui.parts.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts the history of a group, its running members and what the coordinator said together as lanes to draw. */
final class LaneBuilder {

    private final Duration interval;
    private final RateMeter own = new RateMeter(Duration.ofSeconds(2));
    private final RateMeter sampled = new RateMeter(Duration.ofSeconds(8));

    /**
     * @param interval how often the coordinator is asked
     */
    LaneBuilder(Duration interval) {
        this.interval = interval;
    }

    /**
     * Returns the lanes of the timeline, and those of own members that are not in it yet.
     *
     * @param lanes of the timeline
     * @param statuses of the members that this app runs or ran, oldest first
     */
    List<LaneModel> lanes(List<Lane> lanes, List<MemberStatus> statuses, GroupFigures figures, Instant now) {
        Map<String, MemberStatus> byClient = new LinkedHashMap<>();
        statuses.forEach(status -> byClient.put(status.clientId(), status));
        byClient.forEach((client, status) -> own.add(client, now, status.processed()));
        List<LaneModel> models = new ArrayList<>();
        int partitions = figures.detail() == null
                ? 0
                : GroupFigures.partitionsOf(figures.detail()).size();
        long living =
                lanes.stream().filter(lane -> lane.end() == Lane.End.LIVES).count();
        for (Lane lane : lanes) {
            MemberStatus status = lane.sampled() ? null : byClient.remove(lane.key());
            models.add(model(lane, status, figures, partitions, living));
        }
        byClient.forEach((client, status) -> {
            if (status.phase() == Phase.JOINING || status.phase() == Phase.FAILED) {
                Lane lane =
                        new Lane(client, "", client, status.memberId(), false, Lane.End.LIVES, null, null, List.of());
                models.add(model(lane, status, figures, partitions, living));
            }
        });
        return models;
    }

    /** Notes the committed offsets of a new answer of the coordinator, for the rates of members of other programs. */
    void answered(GroupFigures figures, Instant at) {
        if (figures.detail() != null) {
            figures.detail().members().forEach(member -> figures.committed(member.assignment())
                    .ifPresent(sum -> sampled.add(keyOf(member.memberId(), member.assignment()), at, sum)));
        }
    }

    private static String keyOf(String memberId, List<PartitionId> assignment) {
        return memberId + assignment;
    }

    private LaneModel model(
            Lane lane, @Nullable MemberStatus status, GroupFigures figures, int partitions, long living) {
        LaneModel.Tone tone = tone(lane, status);
        List<PartitionId> owned =
                lane.open().stream().map(OwnedSpan::partition).sorted().toList();
        boolean lives = lane.end() == Lane.End.LIVES;
        OptionalLong rate = !lives
                ? OptionalLong.empty()
                : status != null ? own.perSecond(lane.key()) : sampled.perSecond(keyOf(lane.memberId(), owned));
        GroupLag lag = lives && !owned.isEmpty() ? figures.lag(owned) : GroupLag.NONE;
        String subtitle = subtitle(lane, status, owned, partitions, living);
        return new LaneModel(lane, status, figures.member(lane.memberId()), subtitle, tone, rate, lag);
    }

    private static LaneModel.Tone tone(Lane lane, @Nullable MemberStatus status) {
        if (status != null && status.phase() == Phase.FAILED) {
            return LaneModel.Tone.FAILED;
        }
        return switch (lane.end()) {
            case LIVES ->
                lane.sampled()
                        ? LaneModel.Tone.EXTERNAL
                        : status == null || status.phase() == Phase.RUNNING
                                ? LaneModel.Tone.LIVE
                                : LaneModel.Tone.WAITING;
            case LEFT -> LaneModel.Tone.ENDED;
            case VANISHED, SESSION_RAN_OUT, FENCED -> LaneModel.Tone.FAILED;
        };
    }

    private String subtitle(
            Lane lane, @Nullable MemberStatus status, List<PartitionId> owned, int partitions, long living) {
        if (status != null && status.phase() == Phase.FAILED) {
            return "failed";
        }
        return switch (lane.end()) {
            case LEFT -> lane.sampled() ? "external, left" : "left";
            case VANISHED -> "vanished, no leave sent";
            case SESSION_RAN_OUT ->
                status != null && status.phase() == Phase.NOT_POLLING
                        ? "stopped polling too long"
                        : "vanished, no leave sent";
            case FENCED -> "fenced";
            case LIVES -> {
                if (lane.sampled()) {
                    yield "external, sampled " + Times.length(interval);
                }
                if (status != null && status.phase() != Phase.RUNNING) {
                    yield phase(status.phase());
                }
                boolean idle = owned.isEmpty() && partitions > 0 && living > partitions;
                yield idle
                        ? "idle: " + Counted.of(partitions, "partition") + ", " + Counted.of(living, "member")
                        : "this app";
            }
        };
    }

    private static String phase(Phase phase) {
        return switch (phase) {
            case JOINING -> "joining";
            case RUNNING -> "this app";
            case PAUSED -> "paused";
            case NOT_POLLING -> "not polling";
            case LEFT -> "left";
            case VANISHED -> "vanished, no leave sent";
            case FAILED -> "failed";
        };
    }
}
