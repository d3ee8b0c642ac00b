package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.client.OffsetQuestion;
import dev.surveyor.kafka.client.PartitionOffsets;
import dev.surveyor.kafka.cluster.Answers.Partial;
import dev.surveyor.kafka.cluster.GroupPlaces.Places;
import dev.surveyor.kafka.failure.FailureTranslator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Reads groups: the list with members and lag, one group in detail, where one stands. */
final class GroupQuery {

    private final Admin admin;
    private final PartitionOffsets offsets;
    private final FailureTranslator failures;
    private final GroupTypes types;
    private final GroupDescriptions descriptions;
    private final GroupPlaces places;
    private final SessionTimeouts timeouts;

    GroupQuery(Admin admin, PartitionOffsets offsets, GroupTypes types, FailureTranslator failures) {
        this.admin = admin;
        this.offsets = offsets;
        this.failures = failures;
        this.types = types;
        this.descriptions = new GroupDescriptions(admin);
        this.places = new GroupPlaces(admin);
        this.timeouts = new SessionTimeouts(admin);
    }

    /** Returns every group; one that may not be read has a sentence that says why. */
    CompletableFuture<List<GroupSummary>> list() {
        return Answers.raw(admin.listGroups().valid()).thenCompose(listed -> {
            Map<String, GroupType> groups = types.learn(listed);
            CompletableFuture<Partial<String, GroupDetail>> described = descriptions.ask(groups);
            CompletableFuture<Partial<String, Places>> placed = places.ask(groups);
            CompletableFuture<KnownOffsets> ends = placed.thenCompose(this::ends);
            return CompletableFuture.allOf(described, placed, ends).thenApply(done -> listed.stream()
                    .map(group -> summary(group, described.join(), placed.join(), ends.join()))
                    .sorted(Comparator.comparing(GroupSummary::id))
                    .toList());
        });
    }

    /** Returns the group, or fails with {@link GroupIdNotFoundException}. */
    CompletableFuture<GroupDetail> one(String groupId) {
        return types.with(groupId, type -> {
            Map<String, GroupType> group = Map.of(groupId, type);
            CompletableFuture<GroupDetail> described =
                    descriptions.ask(group).thenApply(some -> only(groupId, type, some));
            return described
                    .thenCombine(places.ask(group), (detail, placed) -> {
                        Places found = placed.values().getOrDefault(groupId, Places.NONE);
                        return detail.with(found.offsets(), found.shareLags());
                    })
                    .thenCompose(timeouts::added);
        });
    }

    /** Returns where the group stands: its committed offsets, or the start offsets of a share group; none for no group. */
    CompletableFuture<Map<PartitionId, Long>> committed(String groupId) {
        return types.with(groupId, type -> places.ask(Map.of(groupId, type)).thenApply(Partial::orThrowIfNone))
                .thenApply(placed ->
                        placed.values().getOrDefault(groupId, Places.NONE).offsets())
                .exceptionallyCompose(failed -> GroupTypes.isNotFound(failed)
                        ? CompletableFuture.completedFuture(Map.of())
                        : CompletableFuture.failedFuture(failed));
    }

    private static GroupDetail only(String groupId, GroupType type, Partial<String, GroupDetail> described) {
        GroupDetail detail = described.orThrowIfNone().values().get(groupId);
        if (detail == null) {
            throw new UnsupportedVersionException(
                    "Group " + groupId + " is of a type that came after this version of the client: " + type + ".");
        }
        return detail;
    }

    private CompletableFuture<KnownOffsets> ends(Partial<String, Places> placed) {
        Set<PartitionId> partitions = new HashSet<>();
        placed.values()
                .values()
                .forEach(group -> partitions.addAll(group.offsets().keySet()));
        return offsets.ask(OffsetQuestion.end(Partitions.all(partitions), IsolationLevel.READ_UNCOMMITTED))
                .thenApply(answer ->
                        new KnownOffsets(Partitions.byId(answer.offsets()), Partitions.byId(answer.troubles())));
    }

    private GroupSummary summary(
            GroupListing listing,
            Partial<String, GroupDetail> described,
            Partial<String, Places> placed,
            KnownOffsets ends) {
        String id = listing.groupId();
        GroupDetail detail = described.values().get(id);
        Places found = placed.values().getOrDefault(id, Places.NONE);
        Throwable failed =
                described.failures().getOrDefault(id, placed.failures().get(id));
        String problem = failed == null
                ? ""
                : failures.translate("reading group " + id, failed).sentence();
        if (detail == null) {
            return listed(listing, problem);
        }
        GroupLag lag = detail.with(found.offsets(), found.shareLags()).lag(ends);
        return new GroupSummary(
                id,
                detail.type(),
                detail.protocolType(),
                detail.shownState(),
                OptionalInt.of(detail.members().size()),
                lag,
                problem);
    }

    /** Returns what a list of groups alone says of a group. */
    static GroupSummary listed(GroupListing listing, String problem) {
        return new GroupSummary(
                listing.groupId(),
                GroupTypes.of(listing),
                listing.protocol(),
                listing.groupState().map(Object::toString).orElse(""),
                OptionalInt.empty(),
                GroupLag.NONE,
                problem);
    }
}
