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
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Puts records on the clipboard and says so for a moment: {@code Copied 3 rows, 1.2 MB}. What is large, or has to be
 * decoded, is written off the JavaFX thread; of several copies the one that was asked for last is kept. For the JavaFX
 * thread only.
 */
public final class RecordClipboard {

    private static final long SHOWN_MILLIS = 2_500;
    private static final long AT_ONCE_BYTES = 256 * 1024;

    private final RecordCopies copies;
    private final Clipboards clipboards;
    private final Pulse pulse;
    private final Clock clock;
    private final LatestWork writing;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper said = new ReadOnlyBooleanWrapper();
    private @Nullable Runnable endTicks;
    private long shownUntil;

    public RecordClipboard(
            RecordCopies copies, Clipboards clipboards, Pulse pulse, Clock clock, UiExecutor ui, Executor background) {
        this.copies = copies;
        this.clipboards = clipboards;
        this.pulse = pulse;
        this.clock = clock;
        this.writing = new LatestWork(background, ui);
    }

    /** Returns what is said of the last copy. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Returns whether it is said now. */
    ReadOnlyBooleanProperty saidProperty() {
        return said.getReadOnlyProperty();
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

    private void say(String now) {
        words.set(now);
        said.set(true);
        shownUntil = clock.millis() + SHOWN_MILLIS;
        if (endTicks == null) {
            endTicks = pulse.everyTick(this::hideInTime);
        }
    }

    private void hideInTime() {
        if (clock.millis() >= shownUntil && endTicks != null) {
            said.set(false);
            endTicks.run();
            endTicks = null;
        }
    }
}
