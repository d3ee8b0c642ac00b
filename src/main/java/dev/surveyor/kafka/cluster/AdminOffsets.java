package dev.surveyor.kafka.cluster;

import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.client.ClientSettings;
import dev.surveyor.kafka.client.OffsetAnswer;
import dev.surveyor.kafka.client.OffsetQuestion;
import dev.surveyor.kafka.client.OpenClients;
import dev.surveyor.kafka.client.PartitionOffsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks with one admin client, which is made by {@link #prepare} or else for the first question, and closed with its
 * connection.
 */
public final class AdminOffsets implements PartitionOffsets {

    private static final Logger LOG = LoggerFactory.getLogger(AdminOffsets.class);

    private final ClientSettings settings;
    private final OpenClients open;
    private @Nullable Admin admin;

    /** Asks the cluster of that connection; nothing is opened yet. */
    public AdminOffsets(ClientSettings settings, OpenClients open) {
        this.settings = settings;
        this.open = open;
    }

    /** Makes the client ready, so that the first question need not wait for it. Blocks: not for the JavaFX thread. */
    public void prepare() {
        try {
            // Any answer will do: it opens the connection and tells the client its brokers.
            var unused = admin().describeCluster();
        } catch (KafkaException notOpen) {
            LOG.debug("The client for offsets could not be made ready", notOpen);
        }
    }

    @Override
    public CompletableFuture<OffsetAnswer> ask(OffsetQuestion question) {
        if (question.partitions().isEmpty()) {
            return CompletableFuture.completedFuture(new OffsetAnswer(Set.of(), Map.of(), Map.of()));
        }
        try {
            return new OffsetAsking(admin(), question).begin();
        } catch (RuntimeException notOpen) {
            return CompletableFuture.failedFuture(notOpen);
        }
    }

    private synchronized Admin admin() {
        Admin known = admin;
        if (known == null) {
            Admin made = Admin.create(settings.of(ClientKind.ADMIN, settings.nextClientId("offsets")));
            admin = made;
            open.add(made);
            known = made;
        }
        return known;
    }
}
