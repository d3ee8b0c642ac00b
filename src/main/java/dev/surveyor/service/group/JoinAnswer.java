package dev.surveyor.service.group;

import dev.surveyor.domain.cluster.GroupType;

/**
 * Whether a consumer may join a group of which it is known what it is. Coordinators let a member take over any group
 * that is empty, but for share groups and, under the consumer protocol, streams groups (seen with brokers of 4.4); the
 * group then is of the member's type, and its own members cannot come back.
 */
public sealed interface JoinAnswer {

    /** It may. */
    record Free() implements JoinAnswer {}

    /**
     * It may, if a person agrees.
     *
     * @param effect what becomes of the group, one or two sentences
     */
    record Question(String effect) implements JoinAnswer {}

    /**
     * It cannot, as the coordinator would refuse.
     *
     * @param reason what the group is, a sentence
     */
    record Refusal(String reason) implements JoinAnswer {}

    /**
     * Returns the answer for a group that exists.
     *
     * @param groupId its {@code group.id}
     * @param type how its members share out their work
     * @param protocolType what its members call themselves, as a list of groups has it
     * @param empty whether it has no members
     * @param protocol {@code classic} or {@code consumer}, of the member that is to join
     */
    static JoinAnswer of(String groupId, GroupType type, String protocolType, boolean empty, String protocol) {
        return switch (type) {
            case SHARE -> new Refusal(groupId + " is a share group: only share consumers can be members of it.");
            case STREAMS -> {
                String what = groupId + " is a streams group, of a Kafka Streams application";
                yield empty && protocol.equals("classic")
                        ? new Question(what + " that does not run now. A consumer makes it a classic group:"
                                + " the application cannot come back while the consumer is in it, and both commit"
                                + " to the same offsets.")
                        : new Refusal(what + ": consumers cannot be members of it.");
            }
            case CLASSIC -> classic(groupId, protocolType, empty, protocol);
            case CONSUMER ->
                empty && protocol.equals("classic")
                        ? new Question(groupId + " is a consumer group without members now. A member of the classic"
                                + " protocol makes it a classic group; its committed offsets stay.")
                        : new Free();
            case UNKNOWN -> new Refusal(groupId + " is of a type that this program does not know.");
        };
    }

    private static JoinAnswer classic(String groupId, String protocolType, boolean empty, String protocol) {
        boolean ofConsumers = protocolType.isEmpty() || protocolType.equals("consumer");
        if (!ofConsumers) {
            String what = groupId + " is a group of " + protocolType;
            return empty
                    ? new Question(what + " without members now. A consumer makes it a group of consumers: members of "
                            + protocolType + " cannot come back while it is in it.")
                    : new Refusal(what + ", not of consumers.");
        }
        // A group that has only ever had commits is not anybody's.
        if (protocol.equals("classic") || protocolType.isEmpty()) {
            return new Free();
        }
        return new Question(
                empty
                        ? groupId
                                + " is a classic group without members now. A member of the consumer protocol makes it"
                                + " a consumer group; its committed offsets stay."
                        : groupId + " has members of the classic protocol. A member of the consumer protocol makes it a"
                                + " consumer group, if the brokers allow that; its members stay in it.");
    }
}
