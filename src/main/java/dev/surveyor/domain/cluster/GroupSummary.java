package dev.surveyor.domain.cluster;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A group in a list.
 *
 * @param id its {@code group.id}
 * @param type {@code Classic}, {@code Consumer}, {@code Share} or {@code Streams}, in Kafka's words
 * @param state {@code Stable}, {@code Empty}, {@code Assigning} and so on, in Kafka's words
 * @param members how many members it has, empty until it is described
 * @param lag records between the committed offsets and the ends, empty where nothing is committed or it is not known
 */
public record GroupSummary(String id, String type, String state, OptionalInt members, OptionalLong lag) {}
