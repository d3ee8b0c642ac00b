package dev.surveyor.testing;

import dev.surveyor.sandbox.Broker;
import dev.surveyor.sandbox.BrokerPorts;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real broker in a process of its own with an empty temporary folder and free ports, without sample data. Integration
 * tests normally get the shared one from {@link SandboxBroker}; a test that harms its broker starts its own:
 *
 * <pre>{@code
 * try (TestBroker broker = TestBroker.start()) {
 *     String topic = broker.newTopic(3);
 *     broker.kill();
 *     ...
 *     broker.restart(); // same port, same data
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads, except starting and stopping. Three brokers: {@link TestCluster}.
 */
public final class TestBroker extends TestKafka {

    private final Path folder;
    private final Broker broker;
    private final BrokerPorts ports;

    private TestBroker(Path folder, Broker broker, BrokerPorts ports) {
        super(ports.bootstrapServer());
        this.folder = folder;
        this.broker = broker;
        this.ports = ports;
    }

    /** Returns a broker that answers. */
    public static TestBroker start() {
        BrokerCache.prepare();
        return call(() -> {
            Path folder = Files.createTempDirectory("surveyor-test-broker");
            BrokerPorts ports = freePorts();
            Broker broker = new Broker(folder, DAEMONS);
            broker.start(ports);
            return new TestBroker(folder, broker, ports);
        });
    }

    /** Returns the process id of the broker, for instance to send it SIGSTOP. */
    public long pid() {
        return broker.running().pid();
    }

    /** Shuts the broker down in order and waits until its process is gone; the data stays. */
    public void stop() {
        call(() -> {
            broker.stop();
            return broker.awaitGone(LONGEST_START_MS);
        });
    }

    /** Ends the broker at once, as a crash would; the data stays. */
    public void kill() {
        call(() -> {
            broker.kill();
            return true;
        });
    }

    /** Starts it again at the same port with its data, after {@link #stop()} or {@link #kill()}. */
    public void restart() {
        call(() -> {
            broker.start(ports);
            return true;
        });
    }

    /** Starts it again where it was stopped or killed. */
    public void heal() {
        if (!broker.running().isAlive()) {
            restart();
        }
    }

    @Override
    public void close() {
        closeClients();
        kill();
        delete(folder);
    }
}
