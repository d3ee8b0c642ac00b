package dev.surveyor.codec.schema;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.UndecodableException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What messages mean that are one text or one number: times, durations, dates, decimals, field masks. */
final class ProtobufTexts {

    private static final int LONGEST_DECIMAL = 4096;

    private ProtobufTexts() {}

    /** Returns what ends the try to write a meaning. */
    static UndecodableException noMeaning() {
        return new UndecodableException("it has no meaning of its own");
    }

    /** Returns whether messages of that name have such a meaning, if their fields are in order. */
    static boolean knows(String name) {
        return switch (name) {
            case "google.protobuf.Timestamp",
                    "google.protobuf.Duration",
                    "google.protobuf.FieldMask",
                    "google.type.Date",
                    "google.type.TimeOfDay",
                    "google.type.DateTime",
                    "google.type.Decimal",
                    "confluent.type.Decimal" -> true;
            default -> false;
        };
    }

    /** Returns whether the text is a number of JSON. */
    static boolean isNumber(String name) {
        return name.endsWith(".Decimal");
    }

    /** Returns the text, or null where the message has none. */
    static @Nullable String of(String name, ProtobufFields fields) {
        return switch (name) {
            case "google.protobuf.Timestamp" -> IsoTimes.instantOf(number(fields, 1), number(fields, 2));
            case "google.protobuf.Duration" -> duration(number(fields, 1), number(fields, 2));
            case "google.protobuf.FieldMask" -> mask(fields);
            case "google.type.Date" -> date(number(fields, 1), number(fields, 2), number(fields, 3));
            case "google.type.TimeOfDay" -> clock(fields, 1);
            case "google.type.DateTime" -> dateTime(fields);
            case "google.type.Decimal" -> decimal(string(fields, 1));
            case "confluent.type.Decimal" -> Decimals.text(bytes(fields, 1), number(fields, 3));
            default -> null;
        };
    }

    /** Returns a number of a field; zero where it is not there. */
    private static long number(ProtobufFields fields, int field) {
        int at = fields.find(field);
        if (at < 0) {
            return 0;
        }
        if (fields.wireType(at) != ProtobufFields.VARINT) {
            throw noMeaning();
        }
        return fields.reader(at).varint();
    }

    /** Returns the text of a field; empty where it is not there. */
    static String string(ProtobufFields fields, int field) {
        int at = fields.find(field);
        if (at < 0) {
            return "";
        }
        if (fields.wireType(at) != ProtobufFields.LENGTH) {
            throw noMeaning();
        }
        ByteReader in = fields.reader(at);
        return in.text(in.varint());
    }

    /** Returns the bytes of a field; none where it is not there. */
    static Slice bytes(ProtobufFields fields, int field) {
        int at = fields.find(field);
        if (at < 0) {
            return Slice.of(new byte[0]);
        }
        if (fields.wireType(at) != ProtobufFields.LENGTH) {
            throw noMeaning();
        }
        ByteReader in = fields.reader(at);
        return in.take(in.varint());
    }

    private static @Nullable String duration(long seconds, long nanos) {
        boolean mixed = (seconds < 0 && nanos > 0) || (seconds > 0 && nanos < 0);
        if (mixed || Math.abs(nanos) >= 1_000_000_000L || seconds == Long.MIN_VALUE) {
            return null;
        }
        String text = (seconds < 0 || nanos < 0 ? "-" : "") + Math.abs(seconds);
        if (nanos != 0) {
            String digits = String.format(Locale.ROOT, "%09d", Math.abs(nanos));
            text += "." + digits.substring(0, IsoTimes.digitsFor((int) Math.abs(nanos)));
        }
        return text + "s";
    }

    private static String mask(ProtobufFields fields) {
        StringJoiner paths = new StringJoiner(",");
        for (int i = 0; i < fields.count(); i++) {
            if (fields.number(i) == 1 && fields.wireType(i) == ProtobufFields.LENGTH) {
                ByteReader in = fields.reader(i);
                paths.add(in.text(in.varint()));
            }
        }
        return paths.toString();
    }

    /** A date may lack its day, its month or its year, which are zero then. */
    private static @Nullable String date(long year, long month, long day) {
        if (year < 0 || year > 9999 || month < 0 || month > 12 || day < 0 || day > 31 || (day > 0 && month == 0)) {
            return null;
        }
        if (year == 0) {
            return month == 0 || day == 0 ? null : String.format(Locale.ROOT, "--%02d-%02d", month, day);
        }
        if (day == 0) {
            return month == 0
                    ? String.format(Locale.ROOT, "%04d", year)
                    : String.format(Locale.ROOT, "%04d-%02d", year, month);
        }
        try {
            return LocalDate.of((int) year, (int) month, (int) day).toString();
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable String clock(ProtobufFields fields, int first) {
        long nanos = number(fields, first + 3);
        try {
            LocalTime time = LocalTime.of(
                    Math.toIntExact(number(fields, first)),
                    Math.toIntExact(number(fields, first + 1)),
                    Math.toIntExact(number(fields, first + 2)),
                    Math.toIntExact(nanos));
            return IsoTimes.clock(time, IsoTimes.digitsFor((int) nanos));
        } catch (DateTimeException | ArithmeticException noTime) {
            return null;
        }
    }

    private static @Nullable String dateTime(ProtobufFields fields) {
        String date = date(number(fields, 1), number(fields, 2), number(fields, 3));
        String clock = clock(fields, 4);
        return date == null || date.length() != 10 || clock == null ? null : date + "T" + clock + zone(fields);
    }

    private static String zone(ProtobufFields fields) {
        if (fields.find(8) >= 0) {
            long seconds = number(ProtobufFields.scan(bytes(fields, 8)), 1);
            if (Math.abs(seconds) > 18 * 3600) {
                throw noMeaning();
            }
            return ZoneOffset.ofTotalSeconds((int) seconds).getId();
        }
        String name = fields.find(9) < 0 ? "" : string(ProtobufFields.scan(bytes(fields, 9)), 1);
        return name.isEmpty() ? "" : "[" + name + "]";
    }

    private static @Nullable String decimal(String text) {
        if (text.length() > LONGEST_DECIMAL) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) <= 1000 ? number.toPlainString() : number.toString();
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
