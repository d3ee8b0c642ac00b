package dev.surveyor.kafka.cluster;

import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.service.group.StaticMembers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;

/** Removes static members with an admin client, which its opener closes. */
public final class KafkaStaticMembers implements StaticMembers {

    private final Admin admin;
    private final ClientContext context;
    private final Answers answers;

    /**
     * Uses that client.
     *
     * @param admin stays open for as long as this is used
     * @param context what the connection's parts share
     */
    public KafkaStaticMembers(Admin admin, ClientContext context) {
        this.admin = admin;
        this.context = context;
        this.answers = new Answers(context);
    }

    @Override
    public CompletableFuture<Void> remove(String groupId, String instanceId) {
        MemberToRemove member = new MemberToRemove(instanceId);
        RemoveMembersFromConsumerGroupOptions options = new RemoveMembersFromConsumerGroupOptions(List.of(member));
        options.reason("removed by hand");
        return answers.forCaller(
                        "removing member " + instanceId + " from group " + groupId,
                        Answers.raw(admin.removeMembersFromConsumerGroup(groupId, options)
                                .memberResult(member)))
                .thenRun(() -> context.members().noteRemoved(groupId, instanceId));
    }
}
