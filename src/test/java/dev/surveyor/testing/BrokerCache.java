package dev.surveyor.testing;

import dev.surveyor.sandbox.Broker;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The archive of the broker's classes that the brokers of all tests start from, in half the processor time: in the
 * folder that the system property {@code surveyor.broker.cache} names. Without it every broker is a first one.
 */
public final class BrokerCache {

    private static final String FOLDER = "surveyor.broker.cache";
    private static final long LONGEST_WRITE_MS = 60_000;

    private BrokerCache() {}

    /** Makes the archive where it is wanted and missing; the test JVMs that come meanwhile wait for the first. */
    public static synchronized void prepare() {
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            TestKafka.call(() -> {
                Path cache = Files.createDirectories(Path.of(folder));
                try (FileChannel channel = FileChannel.open(
                                cache.resolve("tests.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var lock = channel.lock()) {
                    if (lock.isValid() && !isThere(cache)) {
                        write();
                    }
                }
                return true;
            });
        }
    }

    private static boolean isThere(Path cache) throws Exception {
        try (Stream<Path> files = Files.list(cache)) {
            return files.anyMatch(file -> file.toString().endsWith(".jsa"));
        }
    }

    /** A broker writes it at its end. */
    private static void write() throws Exception {
        Path folder = Files.createTempDirectory("surveyor-test-broker");
        Broker broker = new Broker(folder, TestKafka.DAEMONS);
        broker.start(TestKafka.freePorts());
        broker.stop();
        broker.awaitGone(LONGEST_WRITE_MS);
        TestKafka.delete(folder);
    }
}
