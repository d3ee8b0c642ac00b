package dev.surveyor.kafka.connection;

import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.consume.Consumers;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.produce.Producers;
import dev.surveyor.service.search.Searches;

/**
 * Makes the parts of a session that run clients of their own. Each part keeps what it opens in
 * {@link ClientContext#open()}, so that the session can close it.
 */
public interface SessionParts {

    Consumers consumers(ClientContext context);

    Producers producers(ClientContext context);

    Searches searches(ClientContext context);

    /** Makes the runner of members; it asks the coordinator about the members of others with the reader. */
    GroupMembers members(ClientContext context, ClusterReader reader);
}
