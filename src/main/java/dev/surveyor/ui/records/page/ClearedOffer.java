package dev.surveyor.ui.records.page;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.ui.records.RecordActions.UndoOffer;
import dev.surveyor.ui.records.rows.Clearing;

/** Says that a table was cleared, for as long as that can be taken back. For the JavaFX thread only. */
final class ClearedOffer {

    private final Clearing clearing;
    private final UndoOffer offer;
    private Runnable takeAway = () -> {};

    ClearedOffer(Clearing clearing, UndoOffer offer) {
        this.clearing = clearing;
        this.offer = offer;
        clearing.recordsProperty().addListener((source, before, now) -> show(now.intValue()));
    }

    private void show(int records) {
        Runnable before = takeAway;
        takeAway = () -> {};
        before.run();
        if (records > 0) {
            String what = "Cleared " + Counted.of(records, "record");
            takeAway = offer.show(what, clearing::undo, clearing::forget);
        }
    }
}
