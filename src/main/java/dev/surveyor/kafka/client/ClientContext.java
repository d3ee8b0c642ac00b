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
        OwnMembers members,
        Reachability reachability) {

    /** Makes a context that runs no member yet, of a cluster that answers until told otherwise. */
    public ClientContext(
            ClientSettings settings,
            FailureTranslator failures,
            EventStream events,
            ClientThreads threads,
            OpenClients open,
            Clock clock) {
        this(settings, failures, events, threads, open, clock, new OwnMembers(), new Reachability());
    }
}
