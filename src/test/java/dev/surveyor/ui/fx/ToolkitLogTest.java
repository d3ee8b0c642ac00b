package dev.surveyor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class ToolkitLogTest {

    @Test
    void one_line_is_left_out_and_all_others_stay() {
        Logger controls = Logger.getLogger("javafx.scene.control");
        try (ToolkitLog log = new ToolkitLog()) {
            Filter filter = controls.getFilter();
            assertThat(filter.isLoggable(new LogRecord(Level.INFO, "index exceeds maxCellCount. Check size")))
                    .isFalse();
            assertThat(filter.isLoggable(new LogRecord(Level.INFO, "anything else")))
                    .isTrue();
            assertThat(log).isNotNull();
        }
        assertThat(controls.getFilter()).isNull();
    }
}
