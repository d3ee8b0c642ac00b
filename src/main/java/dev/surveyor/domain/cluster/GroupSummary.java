package dev.surveyor.domain.cluster;

import java.util.OptionalInt;

/**
 * A group in a list.
 *
 * @param id its {@code group.id}
 * @param type how its members share out their work
 * @param protocolType what its members call themselves: {@code consumer}, {@code share}, {@code streams}, for a classic
 *     group also {@code connect} and the like; empty for one that has never had a member
 * @param state {@code Stable}, {@code Empty}, {@code Assigning} and so on, in Kafka's words, or
 *     {@link GroupDetail#SEAT_KEPT}
 * @param members how many members it has, empty until it is described
 * @param lag what it has still to read
 * @param problem why it could not be described, a sentence; empty where it was, or was not asked for
 */
public record GroupSummary(
        String id,
        GroupType type,
        String protocolType,
        String state,
        OptionalInt members,
        GroupLag lag,
        String problem) {

    /** Returns the type, and what builds on it where that is not a consumer: {@code classic (connect)}. */
    public String typeText() {
        return GroupDetail.typeText(type, protocolType);
    }
}
