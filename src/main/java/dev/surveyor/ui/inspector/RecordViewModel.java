package dev.surveyor.ui.inspector;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.copy.CopyFormat;
import dev.surveyor.service.files.FileNames;
import dev.surveyor.service.inspect.Compared;
import dev.surveyor.service.inspect.RecordMetadata;
import dev.surveyor.ui.fx.LatestWork;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record in full: which part of it is shown, what it is compared with, and what is known beside its bytes. A part that
 * cannot be shown says why, and the others are shown all the same. For the JavaFX thread only.
 */
final class RecordViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(RecordViewModel.class);

    private final InspectorTools tools;
    private final InspectorActions actions;
    private final Function<ConsumedRecord, Compared.OtherRecord> other;
    private final FieldActions fields;
    private final PayloadViewModel payload;
    private final DiffViewModel diff;
    private final HeadersViewModel headers;
    private final LatestWork opaque;
    private final ByteFiles files;
    private final ReadOnlyObjectWrapper<@Nullable ConsumedRecord> record = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<RecordMetadata.Line>> metadata = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.VALUE);

    /** What is shown in the middle. */
    enum Part {
        VALUE,
        KEY,
        /** How the value differs from that of another record. */
        DIFF
    }

    /**
     * @param other returns how to find the record to compare a record with; asked on the JavaFX thread
     */
    RecordViewModel(
            InspectorTools tools, InspectorActions actions, Function<ConsumedRecord, Compared.OtherRecord> other) {
        this.tools = tools;
        this.actions = actions;
        this.other = other;
        fields = new FieldActions(actions, tools.clipboards());
        payload = new PayloadViewModel(tools.decoding(), tools.background(), tools.ui());
        diff = new DiffViewModel(tools.decoding(), tools.background(), tools.ui());
        headers = new HeadersViewModel(tools.decoding(), tools.ui());
        opaque = new LatestWork(tools.background(), tools.ui());
        files = new ByteFiles(tools);
        part.addListener((source, before, now) -> showPart());
    }

    PayloadViewModel payload() {
        return payload;
    }

    DiffViewModel diff() {
        return diff;
    }

    HeadersViewModel headers() {
        return headers;
    }

    /** Returns what can be done with its headers and fields. */
    FieldActions fields() {
        return fields;
    }

    ReadOnlyObjectProperty<@Nullable ConsumedRecord> recordProperty() {
        return record.getReadOnlyProperty();
    }

    /** Returns what is known of it beside its bytes. */
    ReadOnlyObjectProperty<List<RecordMetadata.Line>> metadataProperty() {
        return metadata.getReadOnlyProperty();
    }

    /** Returns which part is shown; stays from record to record. */
    ObjectProperty<Part> partProperty() {
        return part;
    }

    /** Shows a record. */
    void show(ConsumedRecord now) {
        // Whatever fails below, nothing of the record before stays under the head of this one.
        diff.clear();
        headers.clear();
        metadata.set(List.of());
        payload.blank();
        record.set(now);
        headers.show(now);
        describe();
        showPart();
    }

    /** Says what is known about the record beside its bytes. */
    void describe() {
        ConsumedRecord now = record.get();
        if (now != null) {
            orFail(() -> describe(now, actions.transactionOf().apply(now)), this::failMetadata);
        }
    }

    /** Compares anew, where a comparison is shown: the other record has changed. */
    void otherChanged() {
        if (part.get() == Part.DIFF) {
            showPart();
        }
    }

    /** Forgets the record, and gives up what is being made of it. */
    void clear() {
        record.set(null);
        opaque.cancel();
        headers.clear();
        metadata.set(List.of());
        payload.clear();
        diff.clear();
    }

    void copyReference() {
        ConsumedRecord now = record.get();
        if (now != null) {
            actions.copy().accept(CopyFormat.REFERENCE, List.of(now));
        }
    }

    /** Asks for a file and writes the part into it. */
    void save(RecordPart which) {
        ConsumedRecord now = record.get();
        if (now != null) {
            String end = "-" + now.partition().partition() + "-" + now.offset()
                    + (which == RecordPart.KEY ? ".key" : ".value");
            files.save(FileNames.of(now.partition().topic(), end), Slice.of(now, which));
        }
    }

    private void describe(ConsumedRecord now, String transaction) {
        metadata.set(lines(now, transaction, null));
        opaque.start(
                givenUp -> actions.opaqueOf().apply(now.reference()),
                found -> {
                    if (found != null) {
                        metadata.set(lines(now, transaction, found));
                    }
                },
                this::failMetadata);
    }

    private List<RecordMetadata.Line> lines(ConsumedRecord now, String transaction, @Nullable String tag) {
        return RecordMetadata.of(now, tools.clock().getZone(), transaction, tag);
    }

    private void failMetadata(Throwable thrown) {
        metadata.set(RecordMetadata.failed(thrown));
    }

    private void showPart() {
        ConsumedRecord now = record.get();
        if (now == null) {
            return;
        }
        if (part.get() == Part.DIFF) {
            payload.clear();
            // The selection is told in several steps; after them it is whole.
            tools.ui().execute(() -> compare(now));
        } else {
            diff.clear();
            RecordPart shown = part.get() == Part.KEY ? RecordPart.KEY : RecordPart.VALUE;
            fields.of(shown);
            orFail(() -> payload.show(now, shown), payload::fail);
        }
    }

    private void compare(ConsumedRecord now) {
        if (now.equals(record.get()) && part.get() == Part.DIFF) {
            orFail(() -> diff.show(now, other.apply(now)), diff::fail);
        }
    }

    private static void orFail(Runnable show, Consumer<Throwable> fail) {
        try {
            show.run();
        } catch (RuntimeException thrown) {
            LOG.warn("A part of a record cannot be shown", thrown);
            fail.accept(thrown);
        }
    }
}
