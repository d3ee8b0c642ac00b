package dev.surveyor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.sandbox.StartPatience.StartStuck;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SandboxFailuresTest {

    private final SandboxFolder folder = new SandboxFolder(Path.of("/home/ann/sandbox"));
    private final SandboxFailures failures = new SandboxFailures(folder);

    @Test
    void a_folder_that_cannot_be_written_is_named_and_so_is_the_way_to_another_one() {
        BrokerFailure failure = failures.broken("It failed.", new AccessDeniedException("/home/ann"));
        assertThat(failure.why()).contains(folder.root().toString(), "you may not open /home/ann");
        assertThat(failure.remedies()).anyMatch(remedy -> remedy.contains("SURVEYOR_HOME"));
    }

    @Test
    void a_start_that_gets_no_further_says_what_was_waited_for_how_long_and_where_the_log_is() {
        StartStuck stuck = new StartStuck(Duration.ofSeconds(75), Duration.ofSeconds(60));
        BrokerLog log =
                BrokerLog.read(Path.of("/nowhere"), List.of("10:00:00.000 INFO KafkaRaftServer - starting", ""));
        BrokerFailure failure = failures.stuck("Start broker", stuck, log);
        assertThat(failure.what()).isEqualTo("The sandbox broker did not start.");
        assertThat(failure.why())
                .startsWith("Its process lives, but the step “Start broker” was not done after 75 s, and nothing of it"
                        + " has moved for the last 60 s. Its log ends with: ");
        assertThat(failure.remedies()).contains("Look into " + folder.log());
        assertThat(failures.stuck("Format storage", new StartStuck(Duration.ofMinutes(10), Duration.ZERO), log)
                        .why())
                .startsWith("Its process lives, but the step “Format storage” was not done after 10 min, and it goes on"
                        + " working.");
    }

    @Test
    void sample_data_that_gets_no_answer_names_the_step_and_the_time() {
        BrokerFailure failure = failures.noAnswer("Create topics", Duration.ofSeconds(61), new TimeoutException());
        assertThat(failure.sentence()).contains("gave no answer to the step “Create topics” within 61 s");
        assertThat(failure.remedies()).contains("Look into " + folder.log());
    }

    @Test
    void a_reason_is_never_the_name_of_a_class() {
        for (Exception thrown : List.of(
                new TimeoutException(),
                new ExecutionException(new org.apache.kafka.common.errors.TimeoutException("no node answered")),
                new NoSuchFileException("/home/ann/x"),
                new FileSystemException("/home/ann/x", null, "Read-only file system"),
                new IllegalStateException("the settings are unreadable"))) {
            assertThat(failures.broken("It failed.", thrown).sentence()).doesNotContain("Exception");
        }
    }

    @Test
    void a_full_disk_is_not_healed_by_a_reset() {
        BrokerFailure failure = failures.broken("It failed.", new IOException("No space left on device"));
        assertThat(failure.remedies()).singleElement().asString().startsWith("Make room on the disk of ");
    }
}
