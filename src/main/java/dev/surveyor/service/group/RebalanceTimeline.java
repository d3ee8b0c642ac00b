package dev.surveyor.service.group;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.event.ClientEvent.OffsetsCommitted;
import dev.surveyor.domain.event.ClientEvent.PartitionsAssigned;
import dev.surveyor.domain.event.ClientEvent.PartitionsLost;
import dev.surveyor.domain.event.ClientEvent.PartitionsRevoked;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The history of one group, made of the events of its members: who owned what and when, when nobody did, and what each
 * hand-off meant for the records. A partition has one owner or none at every moment. Keeps the last fifteen minutes;
 * totals go back to its beginning. Not safe for use by several threads at once.
 */
public final class RebalanceTimeline {

    /** How far back spans, marks and rows are kept. */
    public static final Duration KEPT = Duration.ofMinutes(15);

    private final String groupId;
    private final Lanes lanes = new Lanes();
    private final Ownership ownership = new Ownership();
    private final HandOffs handOffs = new HandOffs();
    private final List<EpochMark> epochs = new ArrayList<>();
    private final RebalanceRows rows = new RebalanceRows();
    private Instant last = Instant.MIN;
    private int generation = -1;
    private long rebalances;
    private long callbacksFailed;

    /** Begins an empty history of that group. */
    public RebalanceTimeline(String groupId) {
        this.groupId = groupId;
    }

    /** Adds an event; one of another group, or of no concern to a rebalance, changes nothing. */
    public void accept(ClientEvent event) {
        if (event instanceof PartitionsAssigned assigned && assigned.group().equals(groupId)) {
            assigned(assigned);
        } else if (event instanceof PartitionsRevoked revoked && revoked.group().equals(groupId)) {
            Member member = Member.own(revoked.client(), revoked.memberId());
            taken(
                    event,
                    RebalanceRow.Kind.REVOKED,
                    member,
                    revoked.generation(),
                    revoked.partitions(),
                    revoked.callback());
        } else if (event instanceof PartitionsLost lost && lost.group().equals(groupId)) {
            Member member = Member.own(lost.client(), lost.memberId());
            taken(event, RebalanceRow.Kind.LOST, member, lost.generation(), lost.partitions(), lost.callback());
        } else if (event instanceof MemberChanged changed && changed.group().equals(groupId)) {
            changed(changed);
        } else if (event instanceof OffsetsCommitted committed
                && committed.group().equals(groupId)) {
            committed(committed);
        }
    }

    /** Drops what ended more than {@link #KEPT} before now. */
    public void forget(Instant now) {
        Instant oldest = now.minus(KEPT);
        ownership.forgetBefore(oldest);
        lanes.forgetBefore(oldest, ownership);
        while (epochs.size() > 1 && epochs.get(1).at().isBefore(oldest)) {
            epochs.remove(0);
        }
        rows.forgetBefore(oldest);
    }

    /** Returns the members, in the order in which they appeared. */
    public List<Lane> lanes() {
        return lanes.all(ownership);
    }

    /** Returns when each generation was first seen, oldest first; the one in force at the left edge included. */
    public List<EpochMark> epochs() {
        return List.copyOf(epochs);
    }

    /** Returns when partitions had no owner; those that have none now are open. */
    public List<UnownedSpan> unowned() {
        return ownership.unowned();
    }

    /** Returns the history as lines, oldest first. */
    public List<RebalanceRow> rows() {
        return rows.all();
    }

    /** Returns a number that differs whenever {@link #rows()} does. */
    public long version() {
        return rows.version();
    }

    /** Returns the newest generation or epoch seen, -1 before the first. */
    public int generation() {
        return generation;
    }

    public RebalanceTotals totals(Instant now) {
        return new RebalanceTotals(
                rebalances, ownership.unownedTotal(now), handOffs.redelivered(), handOffs.skipped(), callbacksFailed);
    }

    private record Member(String client, String memberId, String instanceId, boolean sampled, boolean sharing) {

        /** Returns a member of this app. */
        static Member own(String client, String memberId) {
            return new Member(client, memberId, "", false, false);
        }

        /**
         * Members of other programs may share a client id, so those are told apart by the coordinator's id, or by their
         * own where they have one: a static member gets another id of the coordinator each time it comes back.
         */
        String key() {
            return !sampled ? client : instanceId.isEmpty() ? memberId : "instance " + instanceId;
        }
    }

    private void assigned(PartitionsAssigned event) {
        Member member = Member.own(event.client(), event.memberId());
        Instant at = timeOf(event);
        mark(at, event.generation());
        lanes.seen(member.key(), member.client(), member.memberId(), false);
        gained(event, member, event.generation(), event.partitions(), event.callback(), at);
    }

    private void gained(
            ClientEvent event,
            Member member,
            int number,
            List<MovedPartition> partitions,
            @Nullable Duration callback,
            Instant at) {
        Duration longest = null;
        List<HandOff> moved = new ArrayList<>();
        for (MovedPartition each : partitions) {
            Duration unowned = ownership.take(member.key(), each.partition(), at, member.sampled(), member.sharing());
            if (unowned != null && (longest == null || unowned.compareTo(longest) > 0)) {
                longest = unowned;
            }
            HandOff handOff = handOffs.taken(each, member.sampled());
            if (handOff != null) {
                moved.add(handOff);
            }
        }
        rows.add(
                event,
                RebalanceRow.Kind.ASSIGNED,
                subject(member, number),
                partitions,
                moved,
                OptionalLong.empty(),
                callback,
                longest);
    }

    private void taken(
            ClientEvent event,
            RebalanceRow.Kind kind,
            Member member,
            int number,
            List<MovedPartition> partitions,
            @Nullable Duration callback) {
        Instant at = timeOf(event);
        lanes.seen(member.key(), member.client(), member.memberId(), member.sampled());
        OptionalLong atRisk = handOffs.givenUp(partitions);
        partitions.forEach(each -> ownership.release(member.key(), each.partition(), at));
        rows.add(event, kind, subject(member, number), partitions, List.of(), atRisk, callback, null);
    }

    private void changed(MemberChanged event) {
        boolean sampled = event.sampled() && !lanes.has(event.client());
        Member member = new Member(event.client(), event.memberId(), event.instanceId(), sampled, event.sharing());
        Instant at = timeOf(event);
        mark(at, event.generation());
        switch (event.kind()) {
            case JOINED -> {
                lanes.seen(member.key(), member.client(), member.memberId(), member.sampled());
                rows.add(event, RebalanceRow.Kind.JOINED, subject(member, event.generation()), List.of());
                if (!event.partitions().isEmpty()) {
                    gained(event, member, event.generation(), event.partitions(), null, at);
                }
            }
            case ASSIGNMENT_CHANGED -> sampledAssignment(event, member, at);
            case LEFT -> left(event, member, at);
            case SEAT_KEPT -> ended(event, RebalanceRow.Kind.SEAT_KEPT, Lane.End.SEAT_KEPT, member, at);
            case VANISHED -> ended(event, RebalanceRow.Kind.VANISHED, Lane.End.VANISHED, member, at);
            case SESSION_RAN_OUT -> ranOut(event, member, at);
            case POLLED_TOO_LATE ->
                ended(event, RebalanceRow.Kind.POLLED_TOO_LATE, Lane.End.POLLED_TOO_LATE, member, at);
            case FENCED -> ended(event, RebalanceRow.Kind.FENCED, Lane.End.FENCED, member, at);
        }
    }

    private void sampledAssignment(MemberChanged event, Member member, Instant at) {
        lanes.seen(member.key(), member.client(), member.memberId(), member.sampled());
        Set<PartitionId> now = new HashSet<>();
        event.partitions().forEach(each -> now.add(each.partition()));
        List<PartitionId> owned = ownership.ownedBy(member.key());
        List<MovedPartition> lost = owned.stream()
                .filter(partition -> !now.contains(partition))
                .map(partition -> new MovedPartition(partition, OptionalLong.empty(), OptionalLong.empty()))
                .toList();
        List<MovedPartition> won = event.partitions().stream()
                .filter(each -> !owned.contains(each.partition()))
                .toList();
        if (!lost.isEmpty()) {
            taken(event, RebalanceRow.Kind.REVOKED, member, event.generation(), lost, null);
        }
        if (!won.isEmpty()) {
            gained(event, member, event.generation(), won, null, at);
        }
    }

    private void ended(MemberChanged event, RebalanceRow.Kind kind, Lane.End end, Member member, Instant at) {
        lanes.seen(member.key(), member.client(), member.memberId(), member.sampled());
        lanes.ended(member.key(), end, at);
        handOffs.givenUp(event.partitions());
        releaseAll(member, at);
        rows.add(event, kind, subject(member, event.generation()), event.partitions());
        endWhenEmpty(at);
    }

    /** A member that had left for now has lost its seat; when it left stays known. */
    private void left(MemberChanged event, Member member, Instant at) {
        Instant before = lanes.seatKept(member.key()) ? lanes.endedAt(member.key()) : null;
        ended(event, RebalanceRow.Kind.LEFT, Lane.End.LEFT, member, at);
        if (before != null) {
            lanes.expired(member.key(), Lane.End.SEAT_KEPT, before, at);
        }
    }

    private void ranOut(MemberChanged event, Member member, Instant at) {
        Instant vanished = lanes.endedAt(member.key());
        lanes.seen(member.key(), member.client(), member.memberId(), member.sampled());
        lanes.expired(member.key(), Lane.End.SESSION_RAN_OUT, vanished == null ? at : vanished, at);
        releaseAll(member, at);
        rows.add(
                event,
                RebalanceRow.Kind.SESSION_RAN_OUT,
                subject(member, event.generation()),
                event.partitions(),
                List.of(),
                OptionalLong.empty(),
                null,
                vanished == null ? null : Duration.between(vanished, at));
        endWhenEmpty(at);
    }

    private void releaseAll(Member member, Instant at) {
        ownership.ownedBy(member.key()).forEach(partition -> ownership.release(member.key(), partition, at));
    }

    private void endWhenEmpty(Instant at) {
        if (lanes.nobodyCounts()) {
            ownership.nobodyLeft(at);
        }
    }

    private void committed(OffsetsCommitted event) {
        if (event.error() != null) {
            callbacksFailed++;
            Member member = Member.own(event.client(), "");
            List<MovedPartition> partitions = event.offsets().stream()
                    .map(place -> new MovedPartition(
                            place.partition(), OptionalLong.of(place.offset()), OptionalLong.empty()))
                    .toList();
            timeOf(event);
            rows.add(event, RebalanceRow.Kind.COMMIT_FAILED, subject(member, generation), partitions);
        }
    }

    /** Clients publish from threads of their own, so that an event may come a little after a later one. */
    private Instant timeOf(ClientEvent event) {
        if (event.at().isAfter(last)) {
            last = event.at();
        }
        return last;
    }

    private void mark(Instant at, int number) {
        if (number > generation) {
            if (generation >= 0) {
                rebalances++;
            }
            generation = number;
            epochs.add(new EpochMark(at, number));
        }
    }

    private RebalanceRows.Subject subject(Member member, int number) {
        return new RebalanceRows.Subject(
                member.key(), lanes.title(member.key(), member.client()), number < 0 ? generation : number);
    }
}
