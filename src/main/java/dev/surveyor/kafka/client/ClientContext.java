package dev.surveyor.kafka.client;

import dev.surveyor.kafka.failure.FailureTranslator;
import dev.surveyor.service.event.EventStream;
import java.time.Clock;

/**
 * What the parts of a connection share. Consumers, producers and members of groups are each made from one of these.
 *
 * @param settings the properties of the connection's clients
 * @param failures turns what a client throws into words
 * @param events where callbacks, commits and failures are published
 * @param threads what clients run on
 * @param open where each open client is kept until it is closed
 * @param clock tells when an event happened
 * @param offsets asks for offsets of partitions
 * @param members the members of groups that the connection runs, consumers of tables included
 * @param reachability whether the cluster answers
 */
public record ClientContext(
        ClientSettings settings,
        FailureTranslator failures,
        EventStream events,
        ClientThreads threads,
        OpenClients open,
        Clock clock,
        PartitionOffsets offsets,
        OwnMembers members,
        Reachability reachability) {

    /** Makes a context that runs no member yet, of a cluster that answers until told otherwise. */
    public ClientContext(
            ClientSettings settings,
            FailureTranslator failures,
            EventStream events,
            ClientThreads threads,
            OpenClients open,
            Clock clock,
            PartitionOffsets offsets) {
        this(settings, failures, events, threads, open, clock, offsets, new OwnMembers(), new Reachability());
    }

    /** Returns the same, with offsets asked for in another way. */
    public ClientContext with(PartitionOffsets otherOffsets) {
        return new ClientContext(settings, failures, events, threads, open, clock, otherOffsets, members, reachability);
    }
}
