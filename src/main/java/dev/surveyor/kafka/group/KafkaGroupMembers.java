package dev.surveyor.kafka.group;

import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.client.MemberReports;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.service.group.GroupMembers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Runs members of groups on one connection, and watches the members of others. */
public final class KafkaGroupMembers implements GroupMembers {

    private final ClientContext context;
    private final ClusterReader reader;
    private final Map<String, Watching> watchings = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * Runs no member yet.
     *
     * @param context what the clients of the connection share
     * @param reader asks the coordinator about groups
     */
    public KafkaGroupMembers(ClientContext context, ClusterReader reader) {
        this.context = context;
        this.reader = reader;
    }

    private record Watching(ScheduledFuture<?> turns, Runnable forget, int watchers) {}

    @Override
    public synchronized GroupMember start(MemberSettings settings, List<String> topics) {
        String clientId = clientId(settings);
        Map<String, Object> properties =
                MemberProperties.of(context.settings().of(ClientKind.CONSUMER, clientId), settings);
        KafkaGroupMember member = new KafkaGroupMember(
                settings,
                clientId,
                topics,
                () -> new KafkaConsumer<>(properties),
                context.offsets(),
                MemberProperties.isolation(properties),
                new MemberReports(context, clientId, settings.groupId()));
        context.members().add(member);
        Runnable forget = context.open().add(member::leave);
        var unused = member.ended().thenRun(forget);
        context.threads().start("member-" + clientId, member::run);
        return member;
    }

    /** Members are told apart by their client id, so two of one name get numbers. */
    private String clientId(MemberSettings settings) {
        String given = settings.clientId();
        if (given != null && !context.members().hasClient(given)) {
            return given;
        }
        String base = given == null ? settings.groupId() : given;
        String clientId;
        do {
            clientId = base + "-" + numbers.merge(base, 1, Integer::sum);
        } while (context.members().hasClient(clientId));
        return clientId;
    }

    @Override
    public List<GroupMember> of(String groupId) {
        return context.members().of(groupId);
    }

    @Override
    public synchronized Runnable watch(String groupId, Duration interval) {
        Watching now = watchings.get(groupId);
        if (now == null) {
            GroupWatch watch = new GroupWatch(groupId, reader, context);
            ScheduledFuture<?> turns = context.threads()
                    .timer()
                    .scheduleWithFixedDelay(watch::ask, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
            Runnable forget = context.open().add(() -> {
                turns.cancel(false);
                return CompletableFuture.completedFuture(null);
            });
            now = new Watching(turns, forget, 0);
        }
        watchings.put(groupId, new Watching(now.turns(), now.forget(), now.watchers() + 1));
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                unwatch(groupId);
            }
        };
    }

    private synchronized void unwatch(String groupId) {
        Watching now = watchings.remove(groupId);
        if (now == null) {
            return;
        }
        if (now.watchers() > 1) {
            watchings.put(groupId, new Watching(now.turns(), now.forget(), now.watchers() - 1));
        } else {
            now.turns().cancel(false);
            now.forget().run();
        }
    }
}
