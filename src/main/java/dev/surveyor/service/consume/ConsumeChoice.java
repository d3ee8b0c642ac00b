package dev.surveyor.service.consume;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.PartitionNumbers;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import java.util.Set;

/**
 * What the three chips above a table say: from where, as whom, which partitions.
 *
 * @param partitions numbers, empty for all; a member of a group cannot choose
 */
public record ConsumeChoice(StartPosition start, ConsumerMode mode, Set<Integer> partitions, IsolationLevel isolation) {

    /** New records of all partitions, on its own. */
    public static final ConsumeChoice DEFAULT = new ConsumeChoice(
            new StartPosition.NewRecords(), new ConsumerMode.Standalone(), Set.of(), IsolationLevel.READ_UNCOMMITTED);

    /** A chip of longer words would push the buttons out of the bar. */
    private static final int MOST_LETTERS = 16;

    public ConsumeChoice {
        partitions = Set.copyOf(partitions);
    }

    public ConsumeChoice with(StartPosition newStart) {
        return new ConsumeChoice(newStart, mode, partitions, isolation);
    }

    public ConsumeChoice with(ConsumerMode newMode) {
        return new ConsumeChoice(start, newMode, partitions, isolation);
    }

    public ConsumeChoice with(Set<Integer> newPartitions) {
        return new ConsumeChoice(start, mode, newPartitions, isolation);
    }

    public ConsumeChoice with(IsolationLevel newIsolation) {
        return new ConsumeChoice(start, mode, partitions, newIsolation);
    }

    public boolean standalone() {
        return mode instanceof ConsumerMode.Standalone;
    }

    /** Returns whether the other choice reads the same records as the same member, and only commits otherwise. */
    public boolean commitsOtherwise(ConsumeChoice other) {
        return mode instanceof ConsumerMode.GroupMember mine
                && other.mode instanceof ConsumerMode.GroupMember others
                && with(new ConsumerMode.GroupMember(
                                mine.settings().with(others.settings().commit())))
                        .equals(other);
    }

    /** Returns the request for these topics. */
    public ConsumeRequest request(Subscription subscription) {
        return new ConsumeRequest(subscription, standalone() ? partitions : Set.of(), start, mode, isolation);
    }

    /** Returns the words of the mode chip. */
    public String modeText() {
        return modeName() + " · " + modeDetail();
    }

    /** Returns as many of them as there is always room for: as whom to read, without what is committed or left out. */
    public String modeName() {
        return mode instanceof ConsumerMode.GroupMember member
                ? "Member of " + member.settings().groupId()
                : "Standalone";
    }

    private String modeDetail() {
        if (mode instanceof ConsumerMode.GroupMember member) {
            return CommitWords.of(member.settings().commit()).practice();
        }
        return isolation == IsolationLevel.READ_COMMITTED
                ? "committed only"
                : CommitWords.of(CommitPolicy.OFF).practice();
    }

    /** Returns the words of the partitions chip. */
    public String partitionsText(int count) {
        if (!standalone()) {
            return "P: as assigned";
        }
        if (partitions.isEmpty()) {
            return count > 0 ? "P: all " + count : "P: all";
        }
        String numbers = PartitionNumbers.words(partitions);
        return numbers.length() <= MOST_LETTERS
                ? "P: " + numbers
                : "P: " + Numbers.grouped(partitions.size()) + (count > 0 ? " of " + Numbers.grouped(count) : "");
    }
}
