package dev.surveyor.service.group;

import java.util.concurrent.CompletableFuture;

/** Takes static members out of groups, those of other programs too. */
public interface StaticMembers {

    /**
     * Has the coordinator forget the member, so that its partitions go to others now rather than after its session
     * time-out. One that still runs joins again by itself. Brokers do so for classic and consumer groups only.
     *
     * @param instanceId its {@code group.instance.id}
     * @return completes when it is out, or fails with a {@link dev.surveyor.domain.failure.BrokerFailureException}
     */
    CompletableFuture<Void> remove(String groupId, String instanceId);
}
