package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.copy.CopyFormat;
import dev.surveyor.service.copy.RecordCopies;
import dev.surveyor.service.copy.RowColumn;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.ManualClock;
import dev.surveyor.ui.testing.ManualPulse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Copies that are made off the JavaFX thread: which is kept, and what becomes of one that fails. */
class RecordClipboardTest {

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final FakeClipboards clipboards = new FakeClipboards();
    private final ManualPulse pulse = new ManualPulse();
    private final ManualClock clock = new ManualClock("2026-11-22T09:02:12Z");
    private final ConsumedRecord large = ConsumedRecord.at(Samples.plain(0, 1).partition(), 1)
            .value(Samples.bytes("x".repeat(300_000)))
            .build();

    @Test
    void a_slow_copy_that_ends_late_does_not_overwrite_a_later_one() {
        RecordClipboard clipboard = clipboard(List.of());
        copy(clipboard, CopyFormat.VALUE, large);
        assertThat(clipboard.wordsProperty().get()).isEqualTo("Copying…");
        copy(clipboard, CopyFormat.REFERENCE, Samples.plain(0, 7));
        assertThat(clipboards.text()).isEqualTo("orders[0]@7");
        runAll();
        assertThat(clipboards.text()).isEqualTo("orders[0]@7");
        assertThat(clipboard.wordsProperty().get()).isEqualTo("Copied 1 reference, 11\u00a0B");
    }

    @Test
    void a_copy_that_fails_says_so_and_leaves_the_clipboard_and_the_next_one_works() {
        clipboards.copy("before");
        RecordClipboard clipboard = clipboard(List.of(new RowColumn("Odd", record -> {
            throw new IllegalStateException("odd column");
        })));
        copy(clipboard, CopyFormat.ROW, large);
        runAll();
        assertThat(clipboard.wordsProperty().get())
                .isEqualTo("Nothing was copied: an error inside Surveyor, odd column (IllegalStateException).");
        assertThat(clipboards.text()).isEqualTo("before");
        clock.forward(Duration.ofSeconds(30));
        pulse.tick();
        assertThat(clipboard.saidProperty().get()).isFalse();

        copy(clipboard, CopyFormat.ROW, Samples.plain(0, 7));
        assertThat(clipboard.wordsProperty().get()).startsWith("Nothing was copied: ");
        copy(clipboard, CopyFormat.VALUE, large);
        runAll();
        assertThat(clipboards.text()).hasSize(300_000);
    }

    private RecordClipboard clipboard(List<RowColumn> columns) {
        return new RecordClipboard(
                new RecordCopies("localhost:9092", RecordReader.withoutSchemas(), () -> columns),
                clipboards,
                pulse,
                clock,
                new DirectUiExecutor(),
                background::add);
    }

    private static void copy(RecordClipboard clipboard, CopyFormat format, ConsumedRecord record) {
        clipboard.copy(format, List.of(record));
    }

    private void runAll() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
