package dev.surveyor.codec.schema;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.UndecodableException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers and bytes of Avro as what their logical types mean: times in ISO 8601, decimals as numbers, UUIDs and
 * durations as their texts. What has no meaning, or one that its bytes cannot have, is written as it is stored.
 *
 * <p>Source: the Avro 1.12 specification, "Logical Types"; {@code Conversions.BigDecimalConversion}.
 */
final class AvroValues {

    private static final int UUID_LENGTH = 16;
    private static final int DURATION_LENGTH = 12;

    private final boolean meant;
    private boolean hadMeaning;

    /** @param meant whether to write what values mean, rather than how they are stored */
    AvroValues(boolean meant) {
        this.meant = meant;
    }

    /** Returns whether some value so far has a meaning beside how it is stored. */
    boolean hadMeaning() {
        return hadMeaning;
    }

    void whole(Schema schema, long number, BoundedJsonWriter out) {
        String text = timeOf(schema.getLogicalType(), number);
        hadMeaning |= text != null;
        if (text == null || !meant) {
            out.number(number);
        } else {
            out.string(text);
        }
    }

    private static @Nullable String timeOf(@Nullable LogicalType type, long number) {
        return type == null
                ? null
                : switch (type.getName()) {
                    case "date" -> IsoTimes.date(number);
                    case "time-millis" -> IsoTimes.timeOfDay(number, IsoTimes.MILLIS);
                    case "time-micros" -> IsoTimes.timeOfDay(number, IsoTimes.MICROS);
                    case "timestamp-millis" -> IsoTimes.instant(number, IsoTimes.MILLIS);
                    case "timestamp-micros" -> IsoTimes.instant(number, IsoTimes.MICROS);
                    case "timestamp-nanos" -> IsoTimes.instant(number, IsoTimes.NANOS);
                    case "local-timestamp-millis" -> IsoTimes.local(number, IsoTimes.MILLIS);
                    case "local-timestamp-micros" -> IsoTimes.local(number, IsoTimes.MICROS);
                    case "local-timestamp-nanos" -> IsoTimes.local(number, IsoTimes.NANOS);
                    default -> null;
                };
    }

    void bytes(Schema schema, Slice bytes, BoundedJsonWriter out) {
        LogicalType type = schema.getLogicalType();
        String decimal = decimal(type, bytes);
        String text = type == null ? null : textOf(type.getName(), bytes);
        hadMeaning |= decimal != null || text != null;
        if (meant && decimal != null) {
            out.literal(decimal);
        } else if (meant && text != null) {
            out.string(text);
        } else {
            out.binary(bytes);
        }
    }

    private static @Nullable String decimal(@Nullable LogicalType type, Slice bytes) {
        if (type instanceof LogicalTypes.Decimal decimal) {
            return Decimals.text(bytes, decimal.getScale());
        }
        if (!(type instanceof LogicalTypes.BigDecimal)) {
            return null;
        }
        try {
            ByteReader in = new ByteReader(bytes);
            Slice unscaled = in.take(in.zigzag());
            long scale = in.zigzag();
            return in.left() > 0 ? null : Decimals.text(unscaled, scale);
        } catch (UndecodableException broken) {
            return null;
        }
    }

    private static @Nullable String textOf(String type, Slice bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes.data(), bytes.start(), bytes.length());
        if (type.equals("uuid") && bytes.length() == UUID_LENGTH) {
            return new UUID(in.getLong(), in.getLong()).toString();
        }
        if (type.equals("duration") && bytes.length() == DURATION_LENGTH) {
            in.order(ByteOrder.LITTLE_ENDIAN);
            return IsoTimes.duration(
                    Integer.toUnsignedLong(in.getInt()),
                    Integer.toUnsignedLong(in.getInt()),
                    Integer.toUnsignedLong(in.getInt()));
        }
        return null;
    }
}
