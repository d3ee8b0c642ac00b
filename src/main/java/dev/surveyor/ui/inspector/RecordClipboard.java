package dev.surveyor.ui.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.copy.CopyFormat;
import dev.surveyor.service.copy.CopyWords;
import dev.surveyor.service.copy.RecordCopies;
import dev.surveyor.service.failure.Faults;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.StyleSheets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/**
 * Puts records on the clipboard and says so for a moment: {@code Copied 3 rows, 1.2 MB}. What is large, or has to be
 * decoded, is written off the JavaFX thread; of several copies the one that was asked for last is kept.
 */
public final class RecordClipboard extends Label {

    private static final long SHOWN_MILLIS = 2_500;
    private static final long AT_ONCE_BYTES = 256 * 1024;

    private final RecordCopies copies;
    private final Clipboards clipboards;
    private final Pulse pulse;
    private final Clock clock;
    private final LatestWork writing;
    private @Nullable Runnable endTicks;
    private long shownUntil;

    public RecordClipboard(
            RecordCopies copies, Clipboards clipboards, Pulse pulse, Clock clock, UiExecutor ui, Executor background) {
        this.copies = copies;
        this.clipboards = clipboards;
        this.pulse = pulse;
        this.clock = clock;
        this.writing = new LatestWork(background, ui);
        setId("records-copied");
        getStyleClass().add("copied-note");
        getStylesheets().add(StyleSheets.of(RecordClipboard.class));
        setVisible(false);
    }

    /** Copies the records; nothing happens where there are none. */
    public void copy(CopyFormat format, List<ConsumedRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        writing.cancel();
        long bytes = records.stream().mapToLong(record -> record.data().length).sum();
        RecordCopies.Form form = copies.form(format);
        if (bytes <= AT_ONCE_BYTES && copies.cheap(format, records)) {
            try {
                put(write(form, format, records));
            } catch (RuntimeException thrown) {
                fail(thrown);
            }
            return;
        }
        say("Copying…");
        List<ConsumedRecord> chosen = List.copyOf(records);
        writing.start(givenUp -> write(form, format, chosen), this::put, this::fail);
    }

    private static Copied write(RecordCopies.Form form, CopyFormat format, List<ConsumedRecord> records) {
        String text = form.text(records);
        return new Copied(text, CopyWords.of(format, records.size(), text));
    }

    private void fail(Throwable thrown) {
        say(Faults.sentence("Nothing was copied", thrown));
    }

    private record Copied(String text, String words) {}

    private void put(Copied copied) {
        clipboards.copy(copied.text);
        say(copied.words);
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
