package dev.surveyor.ui.inspector;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.format.View;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.failure.Faults;
import dev.surveyor.service.inspect.Finder;
import dev.surveyor.service.inspect.Payload;
import dev.surveyor.service.inspect.PayloadFormat;
import dev.surveyor.service.inspect.PayloadShown;
import dev.surveyor.service.inspect.ReadPart;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * A key or value of a record in the format that the user chose: what is asked for, that it is being decoded, and what it
 * came to. It is decoded off the JavaFX thread, anew whenever the topic is read in another way, and only the newest
 * request counts. For the JavaFX thread only.
 */
final class PayloadViewModel {

    private static final int SAYS_SO_FROM = 1024 * 1024;

    private final Decoding decoding;
    private final UiExecutor ui;
    private final LatestWork work;
    private final FindViewModel find;
    private final ObjectProperty<PayloadFormat> format = new SimpleObjectProperty<>(PayloadFormat.AUTO);
    private final BooleanProperty pretty = new SimpleBooleanProperty(true);
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.MEANING);
    private final ReadOnlyObjectWrapper<PayloadShown> shown = new ReadOnlyObjectWrapper<>(PayloadShown.NOTHING);
    private @Nullable ConsumedRecord record;
    private RecordPart part = RecordPart.VALUE;
    private boolean all;
    private @Nullable Runnable stopListening;

    PayloadViewModel(Decoding decoding, Executor background, UiExecutor ui) {
        this.decoding = decoding;
        this.ui = ui;
        this.work = new LatestWork(background, ui);
        this.find = new FindViewModel(background, ui);
        format.addListener((source, before, now) -> decode());
        pretty.addListener((source, before, now) -> decode());
        view.addListener((source, before, now) -> decode());
    }

    /** Returns what is to be drawn now. */
    ReadOnlyObjectProperty<PayloadShown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Returns what looks for a text in it. */
    FindViewModel find() {
        return find;
    }

    /** Returns in which form it is wanted; stays from record to record. */
    ObjectProperty<PayloadFormat> formatProperty() {
        return format;
    }

    /** Returns whether JSON as text is wanted with one field a line. */
    BooleanProperty prettyProperty() {
        return pretty;
    }

    /** Returns what is wanted of times, decimals and the like. */
    ObjectProperty<View> viewProperty() {
        return view;
    }

    /** Returns which part is shown. */
    RecordPart part() {
        return part;
    }

    /** Returns whether there is a record to look into. */
    boolean hasRecord() {
        return record != null;
    }

    /** Shows a part of a record, the first of it where it is large. */
    void show(ConsumedRecord newRecord, RecordPart newPart) {
        if (!newRecord.equals(record) || newPart != part) {
            blank();
        }
        record = newRecord;
        part = newPart;
        all = false;
        if (stopListening == null) {
            stopListening = decoding.onChange(() -> ui.execute(this::decode));
        }
        decode();
    }

    /** Shows as much of it as can be loaded. */
    void loadAll() {
        all = true;
        decode();
    }

    /** Gives up what is being decoded, and says so. */
    void cancel() {
        work.cancel();
        shown.set(shown.get()
                .with(new PayloadShown.Body.Word("Decoding was cancelled. Choose a format to begin again.")));
    }

    /** Shows nothing of what was shown, and gives up what is being made. */
    void blank() {
        work.cancel();
        find.in(null);
        shown.set(shown.get().blank());
    }

    /** Shows nothing, and forgets the record. */
    void clear() {
        record = null;
        Runnable stop = stopListening;
        if (stop != null) {
            stop.run();
            stopListening = null;
        }
        work.cancel();
        find.in(null);
        shown.set(PayloadShown.NOTHING);
    }

    /** Shows nothing of the record but why it is not shown. */
    void fail(Throwable thrown) {
        work.cancel();
        find.in(null);
        String what = part == RecordPart.KEY ? "The key" : "The value";
        String why = Faults.sentence(what + " cannot be shown", thrown)
                + " Choose another format, or save the bytes to a file.";
        shown.set(shown.get().failed(why, record != null));
    }

    private void decode() {
        ConsumedRecord now = record;
        if (now == null) {
            return;
        }
        ReadPart.Wanted wanted =
                new ReadPart.Wanted(now, part, format.get(), new Payload.Wish(all, pretty.get()), view.get());
        find.in(null);
        int size = wanted.raw().length();
        if (size >= SAYS_SO_FROM) {
            shown.set(shown.get().with(new PayloadShown.Body.Working("Decoding " + Sizes.text(size) + "…")));
        }
        work.start(givenUp -> ReadPart.of(decoding.reader(), wanted), this::take, this::fail);
    }

    private void take(ReadPart read) {
        PayloadShown now = PayloadShown.of(read);
        shown.set(now);
        // What could not be drawn has failed meanwhile.
        if (!shown.get().equals(now)) {
            return;
        }
        find.in(
                now.body() instanceof PayloadShown.Body.Drawn
                        ? Finder.in(read.payload().body())
                        : null);
    }
}
