package dev.surveyor.ui.inspector;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.time.TimeDistance;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.failure.Faults;
import java.time.Clock;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All that a record says about itself beside its key, its value and its headers. */
final class MetadataPane extends ScrollPane {

    private static final int KEY_LENGTH = 60;

    private final Clock clock;
    private final VBox rows = new VBox();

    MetadataPane(Clock clock) {
        this.clock = clock;
        setId("inspector-metadata");
        getStyleClass().add("inspector-metadata");
        setFitToWidth(true);
        rows.getStyleClass().add("metadata-grid");
        setContent(rows);
    }

    /**
     * Shows the record.
     *
     * @param transaction what is known of its transaction
     * @param opaque the tag with which this program sent it, or null where it did not
     */
    void show(ConsumedRecord record, String transaction, @Nullable String opaque) {
        clear();
        add("reference", "Reference", record.reference().toString());
        add("time", "Time", new Times(clock.getZone()).full(record));
        add("time-utc", "Time (UTC)", Times.iso(record));
        add("time-type", "Time type", record.timestampType().toString());
        boolean epochKnown = record.leaderEpoch() != ConsumedRecord.NO_LEADER_EPOCH;
        add("leader-epoch", "Leader epoch", epochKnown ? Integer.toString(record.leaderEpoch()) : "unknown");
        add("key", "Key", keyText(record));
        add("value", "Value", record.valueLength() < 0 ? "null" : Sizes.text(record.valueLength()));
        add("header-count", "Headers", Integer.toString(record.headerCount()));
        add("transaction", "Transaction", transaction);
        add("opaque", "Opaque", opaque == null ? "— (no tag of a record sent here)" : opaque);
        add("received", "Received", received(record));
    }

    /** Shows nothing. */
    void clear() {
        rows.getChildren().clear();
    }

    /** Shows nothing of the record but why it is not shown. */
    void fail(Throwable thrown) {
        clear();
        add("problem", "Problem", Faults.sentence("The metadata cannot be shown", thrown));
    }

    private static String keyText(ConsumedRecord record) {
        Preview preview = Preview.of(record, RecordPart.KEY, KEY_LENGTH);
        return switch (preview.kind()) {
            case NULL, TOMBSTONE -> "null";
            case EMPTY -> "empty, 0 B";
            default ->
                Sizes.text(record.keyLength()) + " · " + preview.kind().name().toLowerCase(java.util.Locale.ROOT)
                        + " · " + preview.text();
        };
    }

    private static String received(ConsumedRecord record) {
        String time = record.timestampType().toString().equals("LogAppendTime") ? "broker time" : "its time";
        TimeDistance after = TimeDistance.latency(record);
        return after.millis().isEmpty() ? "unknown how long after " + time : after.words() + " after " + time;
    }

    private void add(String id, String name, String value) {
        rows.getChildren().add(new MetadataRow(id, name, value));
    }
}
