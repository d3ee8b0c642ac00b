package dev.surveyor.sandbox;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.sandbox.sample.SampleData;
import dev.surveyor.sandbox.sample.SampleTopic;
import dev.surveyor.service.sandbox.SandboxState;
import dev.surveyor.service.sandbox.SandboxState.Starting;
import dev.surveyor.service.sandbox.SandboxState.Status;
import dev.surveyor.service.sandbox.SandboxState.Step;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.BrokerCache;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalSandboxIT {

    private static final Logger LOG = LoggerFactory.getLogger(LocalSandboxIT.class);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ThreadFactory THREADS = work -> {
        Thread thread = new Thread(work, "sandbox-under-test");
        thread.setDaemon(true);
        return thread;
    };

    /** Of one sandbox for all tests: each takes it as another one left it, and one that wants it new resets it. */
    @TempDir
    static Path folder;

    private LocalSandbox sandbox;
    private final ConcurrentLinkedQueue<SandboxState> seen = new ConcurrentLinkedQueue<>();

    @BeforeAll
    void make() {
        BrokerCache.prepare();
        sandbox = new LocalSandbox(folder, THREADS, Clock.systemUTC());
        sandbox.onState(seen::add);
    }

    @BeforeEach
    void forget() {
        seen.clear();
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    /** Returns the address of the sandbox, which runs with all of its sample data and its generator afterwards. */
    private String filled() throws Exception {
        String address = done(sandbox.start(true));
        try (SampleData sample = new SampleData(address, Clock.systemUTC(), THREADS)) {
            if (sample.missing().isEmpty() && sandbox.generatorRate() > 0) {
                return address;
            }
        }
        done(sandbox.stop());
        return done(sandbox.start(true));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // has no signal that stops a process
    void a_start_that_gets_no_further_ends_with_words(@TempDir Path own) throws Exception {
        Duration quiet = Duration.ofSeconds(2);
        LocalSandbox impatient =
                new LocalSandbox(new SandboxFolder(own), THREADS, Clock.systemUTC(), StartPatience.USUAL.quiet(quiet));
        try {
            CompletableFuture<String> start = impatient.start(false);
            Path owner = own.resolve("owner.properties");
            Await.until(
                    "a broker that starts",
                    SOON,
                    () -> Files.exists(owner) && Files.readString(owner).contains("broker.pid"));
            long pid = impatientBroker(owner);
            new ProcessBuilder("kill", "-STOP", String.valueOf(pid)).start().waitFor();
            assertThatThrownBy(() -> start.get(SOON.toSeconds() * 3, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(StartPatience.StartStuck.class);
            assertThat(impatient.state())
                    .asInstanceOf(InstanceOfAssertFactories.type(SandboxState.Failed.class))
                    .extracting(state -> state.failure().sentence())
                    .asString()
                    .contains("Its process lives, but the step “", "nothing of it has moved", "Its log ends with: ")
                    .doesNotContain("Exception");
        } finally {
            impatient.close();
        }
    }

    private static long impatientBroker(Path owner) throws Exception {
        Properties kept = new Properties();
        try (var in = Files.newInputStream(owner)) {
            kept.load(in);
        }
        return Long.parseLong(kept.getProperty("broker.pid"));
    }

    @Test
    void the_first_start_makes_the_sample_topics_and_a_later_one_finds_them() throws Exception {
        done(sandbox.reset());
        String first = timed("first start", true);
        try (SampleData sample = new SampleData(first, Clock.systemUTC(), THREADS)) {
            assertThat(sample.missing()).isEmpty();
            assertThat(sample.endOf(SampleTopic.ORDERS)).isGreaterThanOrEqualTo(500);
        }
        assertThat(stepsOf(seen))
                .extracting(Step::name)
                .containsExactly(
                        "Prepare folder", "Format storage", "Start broker", "Create topics", "Fill sample data");
        assertThat(stepsOf(seen)).extracting(Step::status).containsOnly(Status.DONE);
        assertThat(stepsOf(seen)).extracting(Step::took).doesNotContainNull();

        done(sandbox.stop());
        assertThat(sandbox.state()).isInstanceOf(SandboxState.Stopped.class);
        String second = timed("start with its data", true);
        assertThat(second).isEqualTo(first);
        done(sandbox.stop());
        timed("third start", true);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such permissions")
    void nobody_else_may_read_the_records_and_the_logs_of_the_broker() throws Exception {
        filled();
        done(sandbox.stop());

        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.toList())
                    .anyMatch(each -> each.toString().endsWith(".log"))
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .endsWith("------"));
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "tells there which files a process has mapped")
    void a_later_start_uses_the_archive_of_classes_that_the_first_one_left(@TempDir Path empty) throws Exception {
        SandboxFolder own = ofItsOwnCache(empty);
        try (LocalSandbox first = new LocalSandbox(own, THREADS, Clock.systemUTC(), StartPatience.USUAL)) {
            done(first.start(false));
        }
        Await.until("the archive is whole", SOON, () -> archives(own).size() == 1);

        Set<ProcessHandle> before = ProcessHandle.current().descendants().collect(toSet());
        try (LocalSandbox later = new LocalSandbox(own, THREADS, Clock.systemUTC(), StartPatience.USUAL)) {
            done(later.start(false));
            assertThat(started(before)).singleElement().satisfies(broker -> assertThat(
                            Files.readString(Path.of("/proc", String.valueOf(broker.pid()), "maps")))
                    .contains(archives(own).get(0).toString()));
        }
        assertThat(archives(own)).hasSize(1);
    }

    private static SandboxFolder ofItsOwnCache(Path root) {
        return new SandboxFolder(root, root.resolve("cache"));
    }

    private static List<Path> archives(SandboxFolder folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.cache())) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    @Test
    void a_prepared_process_touches_nothing_and_becomes_the_broker(@TempDir Path own) throws Exception {
        Set<ProcessHandle> before = ProcessHandle.current().descendants().collect(toSet());
        try (LocalSandbox first = first(own)) {
            first.prepare();
            Await.until("a process waits", SOON, () -> !started(before).isEmpty());
            Set<ProcessHandle> waiting = started(before);
            assertThat(own.resolve("data")).isEmptyDirectory();
            assertThat(own.resolve("owner.properties")).doesNotExist();
            done(first.start(false));
            assertThat(started(before)).isEqualTo(waiting).hasSize(1);
        }
    }

    @Test
    void a_prepared_process_that_is_not_needed_ends_with_the_window(@TempDir Path own) throws Exception {
        Set<ProcessHandle> before = ProcessHandle.current().descendants().collect(toSet());
        try (LocalSandbox first = first(own)) {
            first.prepare();
            Await.until("a process waits", SOON, () -> !started(before).isEmpty());
        }
        Await.until("it is gone", SOON, () -> started(before).isEmpty());
    }

    /** Returns a sandbox for which no archive of classes exists. */
    private static LocalSandbox first(Path root) {
        return new LocalSandbox(ofItsOwnCache(root), THREADS, Clock.systemUTC(), StartPatience.USUAL);
    }

    private static Set<ProcessHandle> started(Set<ProcessHandle> before) {
        Set<ProcessHandle> now = ProcessHandle.current().descendants().collect(toSet());
        now.removeAll(before);
        return now;
    }

    @Test
    void a_reset_deletes_the_records() throws Exception {
        String address = filled();
        done(sandbox.reset());
        assertThat(sandbox.state()).isInstanceOf(SandboxState.Stopped.class);
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(done(sandbox.start(false))).isEqualTo(address);
        try (SampleData sample = new SampleData(address, Clock.systemUTC(), THREADS)) {
            assertThat(sample.missing()).hasSize(SampleTopic.values().length);
        }
    }

    @Test
    void the_generator_moves_orders_at_the_rate_that_is_set() throws Exception {
        String address = filled();
        assertThat(sandbox.generatorRate()).isEqualTo(5);
        try (SampleData sample = new SampleData(address, Clock.systemUTC(), THREADS)) {
            sandbox.generatorRate(1_000);
            long before = sample.endOf(SampleTopic.ORDERS);
            Await.until("2,000 more orders", SOON, () -> sample.endOf(SampleTopic.ORDERS) > before + 2_000);
            sandbox.generatorRate(0);
            assertThat(sandbox.generatorRate()).isZero();
        } finally {
            sandbox.generatorRate(5);
        }
        assertThatThrownBy(() -> sandbox.generatorRate(10_001)).hasMessageContaining("10001");
    }

    @Test
    void a_start_can_be_cancelled_at_every_step() throws Exception {
        done(sandbox.reset());
        for (String step :
                List.of("Prepare folder", "Format storage", "Start broker", "Create topics", "Fill sample data")) {
            seen.clear();
            CompletableFuture<String> start = sandbox.start(true);
            Await.until(step + " runs", SOON, () -> isRunning(step));
            start.cancel(true);
            assertThat(start).isCancelled();
            Await.until("stopped", SOON, () -> sandbox.state() instanceof SandboxState.Stopped);
            done(sandbox.reset());
        }
        done(sandbox.start(true));
    }

    @Test
    void sample_data_that_was_cut_is_made_again_in_full() throws Exception {
        done(sandbox.reset());
        CompletableFuture<String> start = sandbox.start(true);
        Await.until("Fill sample data runs", SOON, () -> isRunning("Fill sample data"));
        start.cancel(true);
        String address = done(sandbox.start(true));
        try (SampleData sample = new SampleData(address, Clock.systemUTC(), THREADS)) {
            assertThat(sample.missing()).isEmpty();
            assertThat(sample.endOf(SampleTopic.ORDERS)).isGreaterThanOrEqualTo(500);
            assertThat(sample.endOf(SampleTopic.PAYMENTS)).isEqualTo(60);
        }
    }

    @Test
    void a_taken_port_is_replaced_by_another() throws Exception {
        String first = done(sandbox.start(false));
        done(sandbox.stop());
        int port = Integer.parseInt(first.substring(first.indexOf(':') + 1));
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(done(sandbox.start(false))).isNotEqualTo("127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void the_death_of_the_broker_is_told_with_its_cause_and_a_new_start_works() throws Exception {
        String address = done(sandbox.start(false));
        brokerProcess().destroyForcibly();
        Await.until("failed", SOON, () -> sandbox.state() instanceof SandboxState.Failed);
        BrokerFailure failure = ((SandboxState.Failed) sandbox.state()).failure();
        assertThat(failure.what()).isEqualTo("The sandbox broker has ended.");
        assertThat(failure.why()).contains("ended from outside");
        assertThat(failure.remedies().get(0)).contains("Start the sandbox again");
        assertThat(done(sandbox.start(false))).isEqualTo(address);
    }

    @Test
    void damaged_data_fails_the_start_with_the_words_of_the_broker_and_a_reset_heals() throws Exception {
        done(sandbox.start(false));
        done(sandbox.stop());
        Files.writeString(folder.resolve("data").resolve("meta.properties"), "version=1\nnode.id=99\ncluster.id=x\n");
        assertThatThrownBy(() -> done(sandbox.start(false)))
                .hasRootCauseInstanceOf(BrokerProcess.BrokerEnded.class)
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(BrokerFailureException.class))
                .satisfies(thrown -> {
                    assertThat(thrown.failure().what()).isEqualTo("The sandbox broker did not start.");
                    assertThat(thrown.failure().why()).contains("99");
                    assertThat(thrown.failure().remedies()).anyMatch(remedy -> remedy.contains("Reset"));
                });
        assertThat(sandbox.state()).isInstanceOf(SandboxState.Failed.class);
        done(sandbox.reset());
        done(sandbox.start(false));
    }

    @Test
    void a_second_surveyor_uses_the_running_broker_but_may_not_stop_it() throws Exception {
        String address = done(sandbox.start(false));
        try (LocalSandbox guest = new LocalSandbox(folder, THREADS, Clock.systemUTC())) {
            assertThat(done(guest.start(false))).isEqualTo(address);
            assertThatThrownBy(() -> done(guest.stop())).hasMessageContaining("cannot be stopped from this window");
            assertThatThrownBy(() -> done(guest.reset())).hasMessageContaining("cannot be reset from this window");
            assertThat(sandbox.state()).isInstanceOf(SandboxState.Running.class);
            done(sandbox.stop());
            Await.until("the guest knows", SOON, () -> guest.state() instanceof SandboxState.Failed);
            assertThat(done(guest.start(false))).isEqualTo(address);
        }
    }

    @Test
    void a_cancelled_start_fails_its_future_and_no_other() throws Exception {
        done(sandbox.stop());
        CompletableFuture<String> start = sandbox.start(false);
        CompletableFuture<Void> stop = sandbox.stop();
        done(stop);
        assertThatThrownBy(start::join).isInstanceOf(CancellationException.class);
        done(sandbox.start(false));
    }

    private String timed(String what, boolean withSampleData) throws Exception {
        long since = System.nanoTime();
        String address = done(sandbox.start(withSampleData));
        LOG.info("{}: {} ms", what, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
        return address;
    }

    private ProcessHandle brokerProcess() {
        Properties owner = SandboxFolder.read(folder.resolve("owner.properties"));
        return ProcessHandle.of(Long.parseLong(owner.getProperty("broker.pid"))).orElseThrow();
    }

    private boolean isRunning(String name) {
        return seen.stream()
                .filter(Starting.class::isInstance)
                .flatMap(state -> ((Starting) state).steps().stream())
                .anyMatch(step -> step.name().equals(name) && step.status() == Status.RUNNING);
    }

    private static List<Step> stepsOf(Iterable<SandboxState> states) {
        List<Step> last = List.of();
        for (SandboxState state : states) {
            if (state instanceof Starting starting) {
                last = starting.steps();
            }
        }
        return last;
    }

    private static <T> T done(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }
}
