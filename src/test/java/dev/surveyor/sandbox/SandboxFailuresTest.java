package dev.surveyor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.failure.BrokerFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SandboxFailuresTest {

    private final SandboxFolder folder = new SandboxFolder(Path.of("/home/ann/sandbox"));
    private final SandboxFailures failures = new SandboxFailures(folder);

    @Test
    void a_folder_that_cannot_be_written_is_named_and_so_is_the_way_to_another_one() {
        BrokerFailure failure = failures.broken("It failed.", new AccessDeniedException("/home/ann"));
        assertThat(failure.why()).contains(folder.root().toString(), "AccessDeniedException: /home/ann");
        assertThat(failure.remedies()).anyMatch(remedy -> remedy.contains("SURVEYOR_HOME"));
    }

    @Test
    void a_full_disk_is_not_healed_by_a_reset() {
        BrokerFailure failure = failures.broken("It failed.", new IOException("No space left on device"));
        assertThat(failure.remedies()).singleElement().asString().startsWith("Make room on the disk of ");
    }
}
