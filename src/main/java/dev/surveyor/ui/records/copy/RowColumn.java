package dev.surveyor.ui.records.copy;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.ui.parts.Times;
import java.time.Instant;
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
    public static Optional<RowColumn> of(String id, ZoneId zone) {
        return switch (id) {
            case "time" -> Optional.of(time(new Times(zone)));
            case "partition" -> number("Partition", record -> record.partition().partition());
            case "offset" -> number("Offset", ConsumedRecord::offset);
            case "key" -> Optional.of(part("Key", RecordPart.KEY));
            case "value" -> Optional.of(part("Value", RecordPart.VALUE));
            case "headers" -> number("Headers", ConsumedRecord::headerCount);
            case "size" -> number("Size", record -> Math.max(0, record.valueLength()));
            default -> Optional.empty();
        };
    }

    private static Optional<RowColumn> number(String title, ToLongFunction<ConsumedRecord> number) {
        return Optional.of(new RowColumn(title, record -> Long.toString(number.applyAsLong(record))));
    }

    private static RowColumn part(String title, RecordPart part) {
        return new RowColumn(title, record -> RecordCopies.text(Slice.of(record, part)));
    }

    /** With date and zone: a copy leaves the table in which the zone stands above the column. */
    private static RowColumn time(Times times) {
        return new RowColumn("Time", record -> {
            Instant at = Instant.ofEpochMilli(record.timestamp());
            return times.dateTime(at) + " " + times.zoneLabel(at);
        });
    }
}
