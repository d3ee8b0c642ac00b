package dev.surveyor.ui.records.copy;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/**
 * Puts records on the clipboard and says so for a moment: {@code Copied 3 rows, 1.2 MB}. What is large, or has to be decoded, is written off
 * the JavaFX thread.
 */
public final class RecordClipboard extends Label {

    private static final long SHOWN_MILLIS = 2_500;
    private static final long AT_ONCE_BYTES = 256 * 1024;

    private final RecordCopies copies;
    private final Clipboards clipboards;
    private final Pulse pulse;
    private final Clock clock;
    private final UiExecutor ui;
    private final Executor background;
    private @Nullable Runnable endTicks;
    private long shownUntil;

    public RecordClipboard(
            RecordCopies copies, Clipboards clipboards, Pulse pulse, Clock clock, UiExecutor ui, Executor background) {
        this.copies = copies;
        this.clipboards = clipboards;
        this.pulse = pulse;
        this.clock = clock;
        this.ui = ui;
        this.background = background;
        setId("records-copied");
        getStyleClass().add("copied-note");
        setVisible(false);
    }

    /** Copies the records; nothing happens where there are none. */
    public void copy(CopyFormat format, List<ConsumedRecord> records) {
        long bytes = records.stream().mapToLong(record -> record.data().length).sum();
        if (records.isEmpty()) {
            return;
        }
        RecordCopies.Form form = copies.form(format);
        if (bytes <= AT_ONCE_BYTES && copies.cheap(format, records)) {
            String text = form.text(records);
            put(text, CopyWords.of(format, records.size(), text));
            return;
        }
        say("Copying…");
        List<ConsumedRecord> chosen = List.copyOf(records);
        background.execute(() -> {
            String text = form.text(chosen);
            String words = CopyWords.of(format, chosen.size(), text);
            ui.execute(() -> put(text, words));
        });
    }

    private void put(String text, String words) {
        clipboards.copy(text);
        say(words);
    }

    private void say(String words) {
        setText(words);
        setVisible(true);
        shownUntil = clock.millis() + SHOWN_MILLIS;
        if (endTicks == null) {
            endTicks = pulse.everyTick(this::hideInTime);
        }
    }

    private void hideInTime() {
        if (clock.millis() >= shownUntil && endTicks != null) {
            setVisible(false);
            endTicks.run();
            endTicks = null;
        }
    }
}
