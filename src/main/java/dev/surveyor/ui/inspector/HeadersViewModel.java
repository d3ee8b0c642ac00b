package dev.surveyor.ui.inspector;

import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.failure.Faults;
import dev.surveyor.service.inspect.HeaderRow;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The headers of a record, read anew whenever the user reads them in another way. For the JavaFX thread only. */
final class HeadersViewModel {

    private static final String NONE = "No headers";

    private final Decoding decoding;
    private final UiExecutor ui;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(new Shown(List.of(), NONE, false));
    private @Nullable ConsumedRecord record;
    private @Nullable Runnable stopListening;

    /**
     * What is shown of the headers.
     *
     * @param rows in the order of the record
     * @param none what is said where there is none
     * @param again whether they are those of the record before, read anew
     */
    record Shown(List<HeaderRow> rows, String none, boolean again) {}

    HeadersViewModel(Decoding decoding, UiExecutor ui) {
        this.decoding = decoding;
        this.ui = ui;
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows the headers of a record, or why they cannot be shown. */
    void show(ConsumedRecord now) {
        record = now;
        if (stopListening == null) {
            stopListening = decoding.onChange(() -> ui.execute(this::again));
        }
        fill(now, false);
    }

    /** Shows nothing. */
    void clear() {
        record = null;
        Runnable stop = stopListening;
        if (stop != null) {
            stop.run();
            stopListening = null;
        }
        shown.set(new Shown(List.of(), NONE, false));
    }

    /** Shows no header but why there is none. */
    void fail(Throwable thrown) {
        record = null;
        shown.set(new Shown(List.of(), Faults.sentence("The headers cannot be shown", thrown), false));
    }

    /** Returns the formats in which the value of a header can be read, in groups. */
    List<Decoders.Group> formats() {
        return decoding.groups();
    }

    /** Returns how the user wants that header to be read, or null for by its name and its bytes. */
    @Nullable
    String choice(HeaderRow row) {
        return decoding.headerChoice(row.topic(), row.header().key());
    }

    /** Reads the headers of that name in that topic so from now on; null for by their name and their bytes. */
    void choose(HeaderRow row, @Nullable String format) {
        decoding.chooseHeader(row.topic(), row.header().key(), format);
    }

    private void again() {
        ConsumedRecord now = record;
        if (now != null) {
            fill(now, true);
        }
    }

    private void fill(ConsumedRecord now, boolean again) {
        try {
            String topic = now.partition().topic();
            shown.set(new Shown(
                    now.headers().stream()
                            .map(header -> new HeaderRow(header, topic, decoding.reader()))
                            .toList(),
                    NONE,
                    again));
        } catch (RuntimeException thrown) {
            fail(thrown);
        }
    }
}
