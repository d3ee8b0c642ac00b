package dev.surveyor.service.seek;

import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.group.GroupReset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What a seek moves: the position of a running consumer, or the commits of a group. */
public sealed interface SeekSubject {

    /** Returns what tells it from any other subject of the same connection. */
    String id();

    /** Returns the group whose commits are offered first; empty text for any. */
    String group();

    /** Returns whose records count where the move goes to a record. */
    IsolationLevel isolation();

    /** Returns whether commits are changed, so that nothing is ticked by itself. */
    boolean commits();

    /** Returns where it stands, later. */
    CompletableFuture<Standing> read();

    /** Stops the members of this app that stand in the way. */
    CompletableFuture<Void> stopOwnMembers();

    /**
     * Moves.
     *
     * @param targets where to; what else is said of a place is committed with it
     * @return what was stored before and is not any more, where something is stored
     */
    CompletableFuture<Map<PartitionId, PartitionOffset>> move(Collection<PartitionOffset> targets);

    /** Goes back to what was before. */
    CompletableFuture<?> back(SeekHistory.Entry entry);

    /**
     * Where it stands.
     *
     * @param obstacle why it cannot be moved now; empty where it can
     * @param ownMembers how many members of this app are part of the obstacle
     * @param lost what a move loses for good; empty for nothing
     */
    record Standing(List<PartitionPosition> positions, String obstacle, int ownMembers, String lost) {
        public Standing {
            positions = List.copyOf(positions);
        }
    }

    /** The position of a running consumer; nothing is stored. */
    record OfConsumer(ConsumeSession session) implements SeekSubject {

        @Override
        public String id() {
            return "consumer of " + session.request().subscription().text();
        }

        @Override
        public String group() {
            return session.request().mode() instanceof ConsumerMode.GroupMember member
                    ? member.settings().groupId()
                    : "";
        }

        @Override
        public boolean commits() {
            return false;
        }

        @Override
        public CompletableFuture<Standing> read() {
            return session.positions().thenApply(positions -> new Standing(positions, "", 0, ""));
        }

        @Override
        public CompletableFuture<Void> stopOwnMembers() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public IsolationLevel isolation() {
            return session.request().isolation();
        }

        @Override
        public CompletableFuture<Map<PartitionId, PartitionOffset>> move(Collection<PartitionOffset> targets) {
            Map<PartitionId, Long> offsets = new HashMap<>();
            targets.forEach(target -> offsets.put(target.partition(), target.offset()));
            return session.seek(offsets).thenApply(moved -> Map.of());
        }

        @Override
        public CompletableFuture<?> back(SeekHistory.Entry entry) {
            return session.seek(entry.previous());
        }
    }

    /** The commits of a group, while it has no members. */
    record OfGroup(GroupReset reset) implements SeekSubject {

        @Override
        public String id() {
            return "group " + reset.groupId();
        }

        @Override
        public String group() {
            return reset.groupId();
        }

        @Override
        public boolean commits() {
            return true;
        }

        @Override
        public CompletableFuture<Standing> read() {
            return reset.read()
                    .thenApply(found ->
                            new Standing(found.positions(), found.obstacle(), found.ownMembers(), found.lost()));
        }

        @Override
        public CompletableFuture<Void> stopOwnMembers() {
            return reset.stopOwn();
        }

        /** Who starts there next may read anything. */
        @Override
        public IsolationLevel isolation() {
            return IsolationLevel.READ_UNCOMMITTED;
        }

        @Override
        public CompletableFuture<Map<PartitionId, PartitionOffset>> move(Collection<PartitionOffset> targets) {
            return reset.set(targets, Set.of());
        }

        @Override
        public CompletableFuture<?> back(SeekHistory.Entry entry) {
            Set<PartitionId> without = new HashSet<>(entry.targets().keySet());
            without.removeAll(entry.replaced().keySet());
            return reset.set(entry.replaced().values(), without);
        }
    }
}
