package dev.surveyor.ui.groups;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.group.Lane;
import dev.surveyor.service.group.OwnedSpan;
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
        GroupDetail.Member member = figures.member(lane.memberId());
        String subtitle = subtitle(lane, status, member, owned, partitions, living);
        return new LaneModel(
                lane,
                status,
                member,
                subtitle,
                tone,
                rate,
                lag,
                seatUntil(lane, figures.detail()),
                removable(member, figures.detail()));
    }

    private static @Nullable Instant seatUntil(Lane lane, @Nullable GroupDetail detail) {
        Instant left = lane.endedAt();
        Duration timeout = detail == null ? null : detail.sessionTimeout();
        boolean kept = lane.end() == Lane.End.SEAT_KEPT && lane.expiredAt() == null;
        return !kept || left == null || timeout == null ? null : left.plus(timeout);
    }

    private static boolean removable(GroupDetail.@Nullable Member member, @Nullable GroupDetail detail) {
        return member != null
                && member.instanceId() != null
                && detail != null
                && detail.type().ofConsumers();
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
            case SEAT_KEPT -> lane.expiredAt() == null ? LaneModel.Tone.WAITING : LaneModel.Tone.ENDED;
            case POLLED_TOO_LATE -> LaneModel.Tone.WAITING;
            case VANISHED, SESSION_RAN_OUT, FENCED -> LaneModel.Tone.FAILED;
        };
    }

    private String subtitle(
            Lane lane,
            @Nullable MemberStatus status,
            GroupDetail.@Nullable Member member,
            List<PartitionId> owned,
            int partitions,
            long living) {
        if (status != null && status.phase() == Phase.FAILED) {
            return "failed";
        }
        return switch (lane.end()) {
            case LEFT -> lane.sampled() ? "external, left" : "left";
            case VANISHED -> "vanished, no leave sent";
            case SESSION_RAN_OUT -> "vanished, no leave sent";
            case SEAT_KEPT -> lane.expiredAt() == null ? "left for now, seat kept" : "left, seat given up";
            case POLLED_TOO_LATE -> "stopped polling too long";
            case FENCED -> "fenced";
            case LIVES -> {
                if (lane.sampled()) {
                    yield "external, " + external(member);
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

    private String external(GroupDetail.@Nullable Member member) {
        if (member != null && member.instanceId() != null) {
            return member.instanceId();
        }
        if (member != null && !member.tasks().isEmpty()) {
            return Counted.of(member.tasks().active().size(), "task");
        }
        return "sampled " + Times.length(interval);
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
