package dev.surveyor.realwindow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The display that the other checks work on. */
@Tag("real-window")
class DisplayRealWindow {

    private final Path folder = RealWindowFolder.fresh("display");

    @Test
    void a_window_manager_that_does_not_start_leaves_no_process_behind() {
        long before = children();
        assertThatThrownBy(() -> new RealDisplay(folder, 640, 480, List.of("false")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The window manager has ended");
        Await.until("the end of the display", Duration.ofSeconds(10), () -> children() == before);
        assertThat(children()).isEqualTo(before);
    }

    private static long children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .count();
    }
}
