package dev.surveyor.ui.records;

import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.ui.parts.Numbers;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Times and differences as the table writes them. */
public final class RecordTexts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private static final int MOST_ENDS = 8;

    private RecordTexts() {}

    /** Returns {@code 10:02:11.482}. */
    public static String time(long millis, ZoneId zone) {
        return TIME.format(Instant.ofEpochMilli(millis).atZone(zone));
    }

    /** Returns {@code 2026-11-22 10:02:11.482 UTC+1}. */
    public static String dateTime(long millis, ZoneId zone) {
        return DATE_TIME.format(Instant.ofEpochMilli(millis).atZone(zone)) + " " + zone(zone, millis);
    }

    /** Returns {@code UTC+1}, {@code UTC+5:30} or {@code UTC} for that moment. */
    public static String zone(ZoneId zone, long millis) {
        int seconds = zone.getRules().getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds();
        if (seconds == 0) {
            return "UTC";
        }
        int minutes = Math.abs(seconds) / 60;
        String text = "UTC" + (seconds < 0 ? "−" : "+") + minutes / 60;
        return minutes % 60 == 0 ? text : text + String.format(":%02d", minutes % 60);
    }

    /** Returns {@code +8 ms}, {@code +1.2 s}, {@code +3 min}, {@code −2 h}: how much later one time is than another. */
    public static String difference(long millis) {
        String sign = millis < 0 ? "−" : "+";
        long size = Math.abs(millis);
        if (size < 1_000) {
            return sign + size + " ms";
        }
        if (size < 60_000) {
            return sign + String.format(Locale.ROOT, "%.1f s", size / 1_000.0);
        }
        if (size < 3_600_000) {
            return sign + size / 60_000 + " min";
        }
        return size < 86_400_000 ? sign + size / 3_600_000 + " h" : sign + size / 86_400_000 + " d";
    }

    /**
     * Returns {@code +0.008 s}, {@code +3:12.482}, {@code −26:03:12.482}: how much later one time is than another, to
     * the millisecond.
     */
    public static String elapsed(long millis) {
        long size = Math.abs(millis);
        long minutes = size / 60_000;
        String seconds = String.format(Locale.ROOT, "%d.%03d", size / 1_000 % 60, size % 1_000);
        String sign = millis < 0 ? "−" : "+";
        if (minutes == 0) {
            return sign + seconds + " s";
        }
        String tail = ":" + (seconds.length() < 6 ? "0" : "") + seconds;
        return minutes < 60
                ? sign + minutes + tail
                : sign + minutes / 60 + String.format(Locale.ROOT, ":%02d", minutes % 60) + tail;
    }

    /** Returns {@code 2.5 s}, {@code 3 min 20 s} or {@code 2 h 5 min}. */
    public static String duration(long millis) {
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        long minutes = millis / 60_000;
        return minutes < 60
                ? minutes + " min " + millis / 1_000 % 60 + " s"
                : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** Returns {@code End offsets: P0 1 204, P1 77}, of at most so many partitions as fit on a line. */
    static String ends(List<PartitionPosition> positions) {
        String listed = positions.stream()
                .filter(PartitionPosition::told)
                .limit(MOST_ENDS)
                .map(position -> "P" + position.partition().partition() + " " + Numbers.grouped(position.endOffset()))
                .collect(Collectors.joining(", "));
        return "End offsets: " + listed + (positions.size() > MOST_ENDS ? ", …" : "");
    }
}
