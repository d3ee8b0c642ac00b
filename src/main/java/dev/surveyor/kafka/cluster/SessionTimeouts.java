package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.cluster.GroupDetail;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/**
 * Asks how long the coordinator keeps the seat of a member that has left for now. Only where there is one: the time-out
 * is a setting of the group, which may be read by those alone who may read settings.
 */
final class SessionTimeouts {

    private final Admin admin;

    SessionTimeouts(Admin admin) {
        this.admin = admin;
    }

    /** Returns the group with its time-out, or as it is where that is not needed or not told. */
    CompletableFuture<GroupDetail> added(GroupDetail group) {
        String name =
                switch (group.type()) {
                    case CONSUMER -> "consumer.session.timeout.ms";
                    case STREAMS -> "streams.session.timeout.ms";
                    case CLASSIC, SHARE, UNKNOWN -> "";
                };
        if (name.isEmpty() || group.seatsKept().isEmpty()) {
            return CompletableFuture.completedFuture(group);
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group.id());
        return Answers.raw(admin.describeConfigs(List.of(resource)).all())
                .thenApply(settings -> group.with(timeout(settings.get(resource), name)))
                .exceptionally(notTold -> group);
    }

    private static @Nullable Duration timeout(@Nullable Config settings, String name) {
        ConfigEntry entry = settings == null ? null : settings.get(name);
        String value = entry == null ? null : entry.value();
        return value == null ? null : Duration.ofMillis(Long.parseLong(value));
    }
}
