package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.cluster.GroupType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsResult;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Knows of which type the groups are. A type is remembered, as only all brokers together can tell it; it is asked for
 * again where there is no group of that type any more. Safe for use by any thread.
 */
final class GroupTypes {

    private final Admin admin;
    private final Map<String, GroupType> known = new ConcurrentHashMap<>();

    GroupTypes(Admin admin) {
        this.admin = admin;
    }

    /** Returns the type in a list of groups; brokers before 3.8 have classic groups only and do not say so. */
    static GroupType of(GroupListing listing) {
        return listing.type().map(GroupTypes::of).orElse(GroupType.CLASSIC);
    }

    static GroupType of(org.apache.kafka.common.GroupType type) {
        return switch (type) {
            case CLASSIC -> GroupType.CLASSIC;
            case CONSUMER -> GroupType.CONSUMER;
            case SHARE -> GroupType.SHARE;
            case STREAMS -> GroupType.STREAMS;
            case UNKNOWN -> GroupType.UNKNOWN;
        };
    }

    /** Returns the ids of the groups of that type. */
    static List<String> of(GroupType type, Map<String, GroupType> groups) {
        return groups.entrySet().stream()
                .filter(group -> group.getValue() == type)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Remembers the types of a list of groups, and returns them. */
    Map<String, GroupType> learn(Collection<GroupListing> listed) {
        Map<String, GroupType> types = new HashMap<>();
        listed.forEach(group -> types.put(group.groupId(), of(group)));
        known.keySet().retainAll(types.keySet());
        known.putAll(types);
        return types;
    }

    /**
     * Asks something of a group by the calls of its type; fails with {@link GroupIdNotFoundException} where there is no
     * such group.
     */
    <T> CompletableFuture<T> with(String groupId, Function<GroupType, CompletableFuture<T>> question) {
        GroupType remembered = known.get(groupId);
        if (remembered == null) {
            return find(groupId).thenCompose(question);
        }
        return question.apply(remembered).exceptionallyCompose(failed -> {
            if (!isNotFound(failed)) {
                return CompletableFuture.failedFuture(failed);
            }
            known.remove(groupId);
            return find(groupId).thenCompose(question);
        });
    }

    /** A broker that does not answer must not make a group unknown that another one has. */
    private CompletableFuture<GroupType> find(String groupId) {
        ListGroupsResult result = admin.listGroups();
        return Answers.raw(result.valid()).thenCombine(Answers.raw(result.errors()), (listed, errors) -> {
            for (GroupListing group : listed) {
                if (group.groupId().equals(groupId)) {
                    known.put(groupId, of(group));
                    return of(group);
                }
            }
            throw new java.util.concurrent.CompletionException(errors.stream()
                    .findFirst()
                    .orElseGet(() -> new GroupIdNotFoundException("Group " + groupId + " not found.")));
        });
    }

    /** Returns whether the coordinator has no such group of that type. */
    static boolean isNotFound(Throwable failed) {
        for (Throwable at = failed; at != null; at = at.getCause()) {
            if (at instanceof GroupIdNotFoundException) {
                return true;
            }
        }
        return false;
    }
}
