package dev.surveyor.kafka.connection;

import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.failure.Explanation;
import dev.surveyor.kafka.port.AnnouncedServers;
import dev.surveyor.kafka.port.PortSocket;
import dev.surveyor.service.connection.BootstrapServers;
import dev.surveyor.service.connection.BootstrapServers.Server;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/**
 * Asks a new admin client for the id of its cluster. Where the answer takes long, looks whether the addresses that the
 * cluster announces can be reached at all; where it does not come, asks once more: on a busy machine the first question
 * of a program is slow.
 */
final class FirstAnswer {

    private static final Duration LIMIT = Duration.ofMillis(4_800);

    /** After so long without an answer it is worth to look where the client is trying to go. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private static final Duration ANNOUNCED_LIMIT = Duration.ofSeconds(1);
    private static final int MOST_NAMED = 3;

    private final ClientContext context;
    private final Admin admin;
    private final String bootstrap;

    /** @param bootstrap the server that was found to answer */
    FirstAnswer(ClientContext context, Admin admin, String bootstrap) {
        this.context = context;
        this.admin = admin;
        this.bootstrap = bootstrap;
    }

    /** Returns the id of the cluster. Blocks. */
    String clusterId() throws InterruptedException, ExecutionException {
        try {
            return firstTry();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof org.apache.kafka.common.errors.TimeoutException)) {
                throw failed;
            }
            return ask().get();
        }
    }

    private String firstTry() throws InterruptedException, ExecutionException {
        KafkaFuture<String> answer = ask();
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            requireAnnouncedReachable();
            return answer.get();
        }
    }

    private KafkaFuture<String> ask() {
        return admin.describeCluster(new DescribeClusterOptions().timeoutMs((int) LIMIT.toMillis()))
                .clusterId();
    }

    private void requireAnnouncedReachable() throws InterruptedException {
        List<Server> announced = announced();
        Map<Server, Outcome> away = away(announced);
        if (!announced.isEmpty() && away.size() == announced.size()) {
            throw new ExplainedException(
                    away.containsValue(Outcome.SILENT) ? noConnection(away.keySet()) : noName(away.keySet()), null);
        }
    }

    private Explanation noConnection(Set<Server> away) {
        return Explanation.retriable(
                "the address that the broker announces cannot be reached",
                bootstrap + " answers, and sends its clients on to " + named(away)
                        + (away.size() == 1 ? ", which takes" : ", which take") + " no connection.",
                "Set advertised.listeners of the broker to an address that this machine reaches",
                "Check the network, the VPN or the port forwarding to "
                        + away.iterator().next());
    }

    private Explanation noName(Set<Server> away) {
        return Explanation.fatal(
                "the address that the broker announces is not known to this machine",
                bootstrap + " answers, and sends its clients on to " + named(away)
                        + ", a name that no name server which this machine asks knows: often that of a container.",
                "Set advertised.listeners of the broker to an address that this machine reaches",
                "Or give that name an address in the hosts file of this machine");
    }

    private List<Server> announced() {
        Server server = BootstrapServers.parse(bootstrap).orElse(null);
        if (server == null) {
            return List.of();
        }
        try {
            String clientId = context.settings().nextClientId("look");
            return AnnouncedServers.of(context.settings().of(ClientKind.ADMIN, clientId), server, ANNOUNCED_LIMIT);
        } catch (IOException | KafkaException notTold) {
            return List.of();
        }
    }

    /** Returns those that take no connection, in order, and what is known of why. */
    private Map<Server, Outcome> away(List<Server> servers) throws InterruptedException {
        List<CompletableFuture<Outcome>> tries = servers.stream()
                .map(server -> CompletableFuture.supplyAsync(
                                () -> outcome(server), context.threads().blocking())
                        .completeOnTimeout(Outcome.SILENT, 2 * ANNOUNCED_LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
        try {
            CompletableFuture.allOf(tries.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException fault) {
            return Map.of();
        }
        Map<Server, Outcome> away = new LinkedHashMap<>();
        for (int i = 0; i < servers.size(); i++) {
            Outcome outcome = tries.get(i).join();
            if (outcome != Outcome.REACHED) {
                away.put(servers.get(i), outcome);
            }
        }
        return away;
    }

    private enum Outcome {
        REACHED,
        SILENT,
        UNKNOWN_NAME
    }

    private static Outcome outcome(Server server) {
        try {
            PortSocket.open(server, ANNOUNCED_LIMIT).close();
            return Outcome.REACHED;
        } catch (UnknownHostException unknown) {
            return Outcome.UNKNOWN_NAME;
        } catch (IOException away) {
            return Outcome.SILENT;
        }
    }

    private static String named(Collection<Server> servers) {
        String first = servers.stream().limit(MOST_NAMED).map(Server::toString).collect(Collectors.joining(", "));
        int more = servers.size() - MOST_NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
