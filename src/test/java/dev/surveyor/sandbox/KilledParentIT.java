package dev.surveyor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.sandbox.sample.SampleData;
import dev.surveyor.testing.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledParentIT {

    private static final ThreadFactory THREADS = work -> {
        Thread thread = new Thread(work, "sandbox-under-test");
        thread.setDaemon(true);
        return thread;
    };

    @TempDir
    Path folder;

    @Test
    void the_broker_ends_with_a_parent_that_was_killed_and_the_next_one_finds_its_data() throws Exception {
        Process parent = startParent();
        try (BufferedReader output = parent.inputReader();
                LocalSandbox next = new LocalSandbox(folder, THREADS, Clock.systemUTC())) {
            String address = readyLine(output).substring("ready ".length());
            ProcessHandle broker =
                    new SandboxOwner(new SandboxFolder(folder)).broker().orElseThrow();
            assertThat(broker.isAlive()).isTrue();

            parent.destroyForcibly().waitFor();
            assertThat(next.start(true).get(60, TimeUnit.SECONDS)).isEqualTo(address);
            assertThat(broker.isAlive()).isFalse();
            try (SampleData sample = new SampleData(address, Clock.systemUTC(), THREADS)) {
                assertThat(sample.missing()).isEmpty();
            }
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void an_orphan_is_gone_within_seconds() throws Exception {
        Process parent = startParent();
        try (BufferedReader output = parent.inputReader()) {
            readyLine(output);
            ProcessHandle broker =
                    new SandboxOwner(new SandboxFolder(folder)).broker().orElseThrow();
            parent.destroyForcibly();
            Await.until("the broker is gone", Duration.ofSeconds(60), () -> !broker.isAlive());
        } finally {
            parent.destroyForcibly();
        }
    }

    /** Starts another program that owns a sandbox in the folder. */
    private Process startParent() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-D" + SandboxFolder.SHARED_CACHE + "=" + new SandboxFolder(folder).cache(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String readyLine(BufferedReader output) throws Exception {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) {
                return line;
            }
        }
        throw new AssertionError("the parent ended before its sandbox was ready");
    }
}
