package dev.surveyor.ui.records.inspector;

import dev.surveyor.service.decode.Decoding;
import dev.surveyor.ui.fx.UiExecutor;
import org.jspecify.annotations.Nullable;

/** Says that what is shown may read differently now, for as long as something is shown. JavaFX thread. */
final class DecodingWatch {

    private final Decoding decoding;
    private final UiExecutor ui;
    private final Runnable again;
    private @Nullable Runnable stop;

    /** @param again shows it anew, on the JavaFX thread */
    DecodingWatch(Decoding decoding, UiExecutor ui, Runnable again) {
        this.decoding = decoding;
        this.ui = ui;
        this.again = again;
    }

    /** Something is shown. */
    void begin() {
        if (stop == null) {
            stop = decoding.onChange(() -> ui.execute(again));
        }
    }

    /** Nothing is shown. */
    void end() {
        if (stop != null) {
            stop.run();
            stop = null;
        }
    }
}
