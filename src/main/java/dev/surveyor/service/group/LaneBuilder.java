package dev.surveyor.service.group;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.rate.RateMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts the history of a group, its running members and what the coordinator said together as lanes to draw. */
public final class LaneBuilder {

    private static final Duration OWN_WINDOW = Duration.ofSeconds(2);
    private static final Duration SAMPLED_WINDOW = Duration.ofSeconds(8);
    private static final Duration LEAST = Duration.ofMillis(200);

    private final Duration interval;
    private final Map<String, RateMeter> own = new HashMap<>();
    private final Map<String, RateMeter> sampled = new HashMap<>();

    /**
     * @param interval how often the coordinator is asked
     */
    public LaneBuilder(Duration interval) {
        this.interval = interval;
    }

    /**
     * Returns the lanes of the timeline, and those of own members that are not in it yet.
     *
     * @param lanes of the timeline
     * @param statuses of the members that this app runs or ran, oldest first
     */
    public List<LaneModel> lanes(List<Lane> lanes, List<MemberStatus> statuses, GroupFigures figures, Instant now) {
        Map<String, MemberStatus> byClient = new LinkedHashMap<>();
        statuses.forEach(status -> byClient.put(status.clientId(), status));
        byClient.forEach(
                (client, status) -> meter(own, client, OWN_WINDOW).add(now.toEpochMilli(), status.processed()));
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
    public void answered(GroupFigures figures, Instant at) {
        if (figures.detail() != null) {
            figures.detail().members().forEach(member -> figures.committed(member.assignment())
                    .ifPresent(sum -> meter(sampled, keyOf(member.memberId(), member.assignment()), SAMPLED_WINDOW)
                            .add(at.toEpochMilli(), sum)));
        }
    }

    private static RateMeter meter(Map<String, RateMeter> meters, String key, Duration window) {
        return meters.computeIfAbsent(key, made -> new RateMeter(window, LEAST));
    }

    private static OptionalLong perSecond(@Nullable RateMeter meter) {
        OptionalDouble rate = meter == null ? OptionalDouble.empty() : meter.perSecond(0);
        return rate.isPresent() ? OptionalLong.of(Math.round(rate.getAsDouble())) : OptionalLong.empty();
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
                : status != null
                        ? perSecond(own.get(lane.key()))
                        : perSecond(sampled.get(keyOf(lane.memberId(), owned)));
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
