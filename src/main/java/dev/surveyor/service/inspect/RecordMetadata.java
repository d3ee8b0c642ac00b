package dev.surveyor.service.inspect;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.record.RecordAttribute;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.time.TimeDistance;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.failure.Faults;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All that a record says about itself beside its key, its value and its headers, line by line. Without state. */
public final class RecordMetadata {

    private static final int KEY_LENGTH = 60;

    private RecordMetadata() {}

    /**
     * A line.
     *
     * @param id what it tells, as part of a control's id
     * @param title the same in words
     */
    public record Line(String id, String title, String text) {}

    /**
     * Returns the lines.
     *
     * @param zone in which its time is written
     * @param transaction what is known of its transaction
     * @param opaque the tag with which this program sent it, or null where it did not
     */
    public static List<Line> of(ConsumedRecord record, ZoneId zone, String transaction, @Nullable String opaque) {
        boolean epochKnown = record.leaderEpoch() != ConsumedRecord.NO_LEADER_EPOCH;
        return List.of(
                new Line("reference", "Reference", record.reference().toString()),
                new Line("time", RecordAttribute.TIME.words(), new Times(zone).full(record)),
                new Line("time-utc", "Time (UTC)", Times.iso(record)),
                new Line(
                        "time-type",
                        RecordAttribute.TIME_TYPE.title(),
                        record.timestampType().toString()),
                new Line(
                        "leader-epoch",
                        RecordAttribute.EPOCH.words(),
                        epochKnown ? Integer.toString(record.leaderEpoch()) : "unknown"),
                new Line("key", RecordAttribute.KEY.words(), key(record)),
                new Line(
                        "value",
                        RecordAttribute.VALUE.words(),
                        record.valueLength() < 0 ? "null" : Sizes.text(record.valueLength())),
                new Line("header-count", RecordAttribute.HEADERS.words(), Integer.toString(record.headerCount())),
                new Line("transaction", "Transaction", transaction),
                new Line("opaque", "Opaque", opaque == null ? "— (no tag of a record sent here)" : opaque),
                new Line("received", "Received", received(record)));
    }

    /** Returns nothing of a record but why it is not shown. */
    public static List<Line> failed(Throwable thrown) {
        return List.of(new Line("problem", "Problem", Faults.sentence("The metadata cannot be shown", thrown)));
    }

    private static String key(ConsumedRecord record) {
        Preview preview = Preview.of(record, RecordPart.KEY, KEY_LENGTH);
        return switch (preview.kind()) {
            case NULL, TOMBSTONE -> "null";
            case EMPTY -> "empty, 0 B";
            default ->
                Sizes.text(record.keyLength()) + " · " + preview.kind().name().toLowerCase(Locale.ROOT) + " · "
                        + preview.text();
        };
    }

    private static String received(ConsumedRecord record) {
        String time = record.timestampType().toString().equals("LogAppendTime") ? "broker time" : "its time";
        TimeDistance after = TimeDistance.latency(record);
        return after.millis().isEmpty() ? "unknown how long after " + time : after.words() + " after " + time;
    }
}
