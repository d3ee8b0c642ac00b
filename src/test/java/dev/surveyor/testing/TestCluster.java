package dev.surveyor.testing;

import dev.surveyor.sandbox.Broker;
import dev.surveyor.sandbox.BrokerPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Three real brokers with the ids 1, 2 and 3, each a process of its own, with free ports. Groups and transactions are
 * kept three times, so they outlive one broker; a topic has the replicas that a test asks for. With one broker gone the
 * other two still answer; with two gone nobody does, because each broker is a third of the controller as well.
 *
 * <pre>{@code
 * try (TestCluster cluster = TestCluster.start()) {                  // about 7 s; or the shared one, see SharedCluster
 *     String topic = cluster.newTopicOn(1, 2, 3);                    // partition 0 on broker 1, and so on: one replica each
 *     cluster.kill(3);
 *     cluster.awaitNoLeader(topic, 2);
 *     ...
 *     cluster.restart(3);                                            // same port, same data
 *     cluster.awaitLeader(topic, 2, 3);
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads, except starting and stopping.
 */
public final class TestCluster extends TestKafka {

    /** How many brokers there are; their ids begin at 1. */
    public static final int BROKERS = 3;

    private static final Duration LONGEST_CHANGE = Duration.ofSeconds(30);

    private final Path folder;
    private final List<Broker> brokers;
    private final List<BrokerPorts> ports;

    private TestCluster(Path folder, List<Broker> brokers, List<BrokerPorts> ports) {
        super(ports.stream().map(BrokerPorts::bootstrapServer).collect(Collectors.joining(",")));
        this.folder = folder;
        this.brokers = brokers;
        this.ports = ports;
    }

    /** Returns a cluster whose three brokers answer. */
    public static TestCluster start() {
        BrokerCache.prepare();
        return call(() -> {
            Path folder = Files.createTempDirectory("surveyor-test-cluster");
            String clusterId = Uuid.randomUuid().toString();
            List<Broker> brokers = new ArrayList<>();
            List<BrokerPorts> ports = new ArrayList<>();
            for (int id = 1; id <= BROKERS; id++) {
                brokers.add(new Broker(folder.resolve("broker-" + id), DAEMONS, clusterId));
                ports.add(freePorts());
            }
            // None of them answers before two run.
            CompletableFuture<?>[] starts = new CompletableFuture<?>[BROKERS];
            for (int id = 1; id <= BROKERS; id++) {
                starts[id - 1] = started(brokers.get(id - 1), id, ports);
            }
            try {
                CompletableFuture.allOf(starts).get(2 * LONGEST_START_MS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException fault) {
                for (Broker each : brokers) {
                    each.kill();
                }
                throw fault;
            }
            TestCluster cluster = new TestCluster(folder, brokers, ports);
            cluster.awaitBrokers();
            return cluster;
        });
    }

    private static CompletableFuture<Void> started(Broker broker, int id, List<BrokerPorts> ports) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        DAEMONS.newThread(() -> {
                    try {
                        broker.start(ports.get(id - 1), settings(id, ports));
                        result.complete(null);
                    } catch (Exception fault) {
                        result.completeExceptionally(fault);
                    }
                })
                .start();
        return result;
    }

    private static Map<String, String> settings(int id, List<BrokerPorts> ports) {
        List<String> voters = new ArrayList<>();
        for (int each = 1; each <= BROKERS; each++) {
            voters.add(each + "@127.0.0.1:" + ports.get(each - 1).controller());
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("node.id", Integer.toString(id));
        settings.put("controller.quorum.voters", String.join(",", voters));
        // A killed broker is missed, and another one leads, after two to four seconds instead of nine.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("controller.quorum.election.timeout.ms", "500");
        settings.put("controller.quorum.fetch.timeout.ms", "1000");
        settings.put("controller.quorum.election.backoff.max.ms", "500");
        settings.put("replica.lag.time.max.ms", "5000");
        for (String kept : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(kept + ".replication.factor", Integer.toString(BROKERS));
            settings.put(kept + ".num.partitions", "3");
        }
        settings.put("group.share.heartbeat.interval.ms", "1000");
        settings.put("group.share.min.heartbeat.interval.ms", "500");
        return settings;
    }

    /** Returns the address of one broker, {@code 127.0.0.1:port}. */
    public String bootstrapServer(int broker) {
        return ports.get(broker - 1).bootstrapServer();
    }

    /** Returns the process id of a broker that was started. */
    public long pid(int broker) {
        return brokers.get(broker - 1).running().pid();
    }

    /** Creates a topic of a unique name with one replica for each partition, on the brokers given in their order. */
    public String newTopicOn(int... brokerOfPartition) {
        Map<Integer, List<Integer>> replicas = new HashMap<>();
        for (int partition = 0; partition < brokerOfPartition.length; partition++) {
            replicas.put(partition, List.of(brokerOfPartition[partition]));
        }
        return newTopic(replicas, Map.of());
    }

    /**
     * Creates a topic of a unique name, and returns when every partition can be written.
     *
     * @param replicas the brokers of each partition from 0 on; the first of them leads
     */
    public String newTopic(Map<Integer, List<Integer>> replicas, Map<String, String> configs) {
        String name = uniqueName("topic");
        createTopic(new NewTopic(name, replicas).configs(configs));
        awaitPartitions(name, replicas.size());
        return name;
    }

    /** Shuts a broker down in order and waits until its process is gone; its data stays. */
    public void stop(int broker) {
        call(() -> {
            brokers.get(broker - 1).stop();
            return brokers.get(broker - 1).awaitGone(LONGEST_START_MS);
        });
    }

    /** Ends a broker at once, as a crash would; its data stays. The others notice after about two seconds. */
    public void kill(int broker) {
        call(() -> {
            brokers.get(broker - 1).kill();
            return true;
        });
    }

    /** Starts a broker again at the same port with its data, and returns when it answers. */
    public void restart(int broker) {
        call(() -> started(brokers.get(broker - 1), broker, ports).get(2 * LONGEST_START_MS, TimeUnit.MILLISECONDS));
    }

    /** Stops the process of a broker without ending it: its connections stay open and nothing answers. */
    public void freeze(int broker) {
        signal(broker, "-STOP");
    }

    /** Lets a frozen broker go on. */
    public void thaw(int broker) {
        signal(broker, "-CONT");
    }

    private void signal(int broker, String signal) {
        call(() -> {
            Process sent = new ProcessBuilder("kill", signal, Long.toString(pid(broker))).start();
            if (sent.waitFor() != 0) {
                throw new IOException("kill " + signal + " ended with " + sent.exitValue());
            }
            return true;
        });
    }

    /** Returns when clients are told that nobody leads the partition. */
    public void awaitNoLeader(String topic, int partition) {
        awaitLeader(topic, partition, Node.noNode().id());
    }

    /** Returns when clients are told that the broker leads the partition. */
    public void awaitLeader(String topic, int partition, int broker) {
        Await.until("broker " + broker + " leads " + topic + "-" + partition, LONGEST_CHANGE, () -> {
            try {
                return leader(topic, partition) == broker;
            } catch (ExecutionException notYet) {
                if (notYet.getCause() instanceof UnknownTopicOrPartitionException) {
                    return false;
                }
                throw notYet;
            }
        });
    }

    private int leader(String topic, int partition) throws Exception {
        TopicDescription described = Objects.requireNonNull(admin().describeTopics(List.of(topic))
                .allTopicNames()
                .get(LONGEST_CHANGE.toSeconds(), TimeUnit.SECONDS)
                .get(topic));
        Node leader = described.partitions().get(partition).leader();
        return leader == null ? Node.noNode().id() : leader.id();
    }

    /** Restarts what is not running, lets frozen ones go on, and returns when all three are part of the cluster. */
    public void heal() {
        for (int id = 1; id <= BROKERS; id++) {
            if (brokers.get(id - 1).running().isAlive()) {
                thaw(id);
            } else {
                restart(id);
            }
        }
        awaitBrokers();
    }

    private void awaitBrokers() {
        Await.until(
                "three brokers are part of the cluster",
                Duration.ofMillis(LONGEST_START_MS),
                () -> admin().describeCluster()
                                .nodes()
                                .get(LONGEST_CHANGE.toSeconds(), TimeUnit.SECONDS)
                                .size()
                        == BROKERS);
    }

    @Override
    public void close() {
        closeClients();
        for (int id = 1; id <= BROKERS; id++) {
            kill(id);
        }
        delete(folder);
    }
}
