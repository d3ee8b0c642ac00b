package dev.surveyor.service.copy;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.time.TimeDistance;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.decode.ValueFormat;
import dev.surveyor.service.inspect.PartText;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A column of the rows that are copied.
 *
 * @param title what stands above it
 * @param cell what a record has there, in full
 */
public record RowColumn(String title, Function<ConsumedRecord, String> cell) {

    /** Returns the column of that name: {@code time}, {@code value}; empty for one that a record alone cannot fill. */
    public static Optional<RowColumn> of(String id, ZoneId zone, PartText parts) {
        return switch (id) {
            case "time" -> Optional.of(time(new Times(zone)));
            case "partition" -> number("Partition", record -> record.partition().partition());
            case "offset" -> number("Offset", ConsumedRecord::offset);
            case "key" -> words("Key", record -> parts.of(record, RecordPart.KEY));
            case "value" -> words("Value", record -> parts.of(record, RecordPart.VALUE));
            case "headers" -> number("Headers", ConsumedRecord::headerCount);
            case "size" -> number("Size", record -> Math.max(0, record.valueLength()));
            case "topic" -> words("Topic", record -> record.partition().topic());
            case "key-size" -> words("Key size", record -> unless(record.keyLength() < 0, record.keyLength()));
            case "format" -> words("Format", record -> ValueFormat.of(parts.reader(), record));
            case "time-type" ->
                words("Timestamp type", record -> record.timestampType().toString());
            case "latency" ->
                words("Receive latency (ms)", record -> TimeDistance.latency(record)
                        .number());
            case "epoch" ->
                words(
                        "Leader epoch",
                        record -> unless(record.leaderEpoch() == ConsumedRecord.NO_LEADER_EPOCH, record.leaderEpoch()));
            default -> Optional.empty();
        };
    }

    private static Optional<RowColumn> number(String title, ToLongFunction<ConsumedRecord> number) {
        return Optional.of(new RowColumn(title, record -> Long.toString(number.applyAsLong(record))));
    }

    private static Optional<RowColumn> words(String title, Function<ConsumedRecord, String> words) {
        return Optional.of(new RowColumn(title, words));
    }

    private static String unless(boolean unknown, int number) {
        return unknown ? "" : Integer.toString(number);
    }

    /** With date and zone: a copy leaves the table in which the zone stands above the column. */
    private static RowColumn time(Times times) {
        return new RowColumn("Time", times::full);
    }
}
