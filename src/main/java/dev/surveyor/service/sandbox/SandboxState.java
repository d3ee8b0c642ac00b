package dev.surveyor.service.sandbox;

import dev.surveyor.domain.failure.BrokerFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the sandbox is doing. */
public sealed interface SandboxState {

    record Stopped() implements SandboxState {}

    /**
     * On its way up.
     *
     * @param steps all steps in order, done ones with the time they took
     */
    record Starting(List<Step> steps) implements SandboxState {
        public Starting {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Up.
     *
     * @param bootstrapServer {@code 127.0.0.1:port}
     * @param dataFolder where its data is
     */
    record Running(String bootstrapServer, Path dataFolder) implements SandboxState {}

    record Stopping() implements SandboxState {}

    /** Could not start, or ended without being asked. */
    record Failed(BrokerFailure failure) implements SandboxState {}

    /**
     * A step of the start.
     *
     * @param name for instance {@code Start broker}
     * @param status whether it is done
     * @param took how long it took, null until it is done
     */
    record Step(String name, Status status, @Nullable Duration took) {}

    /** Whether a step is done. */
    enum Status {
        WAITING,
        RUNNING,
        DONE
    }
}
