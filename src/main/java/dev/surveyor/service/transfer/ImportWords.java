package dev.surveyor.service.transfer;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said before and after an import. */
public final class ImportWords {

    /** What a topic takes unless it is set otherwise: its max.message.bytes. */
    private static final long REGULAR_RECORD = 1_048_588;

    private static final int SHOWN_PROBLEMS = 3;

    private ImportWords() {}

    /** Returns what the button does. */
    public static String verb(@Nullable ImportPreview preview) {
        return preview == null ? "Import (choose a file first)" : "Import " + Counted.of(preview.records(), "record");
    }

    /** Returns what is in the file. */
    public static String preview(@Nullable ImportPreview preview) {
        if (preview == null) {
            return "—";
        }
        String partitions = preview.highestPartition() < 0
                ? "no partitions named"
                : "partitions up to " + preview.highestPartition()
                        + (preview.withoutPartition() == 0
                                ? ""
                                : ", " + Counted.of(preview.withoutPartition(), "names", "name") + " none");
        String from = preview.topics().isEmpty() ? "" : ", from " + String.join(", ", preview.topics());
        String broken = preview.brokenLines() == 0
                ? ""
                : "\n"
                        + Counted.of(preview.brokenLines(), "line is no record", "lines are no records")
                        + " and will be passed over:\n"
                        + preview.problems().stream().limit(SHOWN_PROBLEMS).collect(Collectors.joining("\n"));
        return Counted.of(preview.records(), "record") + ", " + Sizes.text(preview.bytes()) + from + "; " + partitions
                + broken;
    }

    /** Returns the words of the choice for records before 1970; empty where there are none. */
    public static String early(@Nullable ImportPreview preview) {
        long early = preview == null ? 0 : preview.earlyTimes();
        if (early == 0) {
            return "";
        }
        return "Send " + Counted.of(early, "record")
                + " from before 1970 with the time of sending; else left out. Clients cannot send such times";
    }

    /** Returns what will not go through, or not as it is, and what can be done; empty for nothing. */
    public static String limits(@Nullable ImportPreview preview, boolean keepTimestamp) {
        List<String> words = new ArrayList<>();
        if (preview != null && preview.lateTimes() > 0 && keepTimestamp) {
            words.add(Counted.of(preview.lateTimes(), "record lies", "records lie")
                    + " more than an hour in the future. Brokers refuse that unless the topic's"
                    + " message.timestamp.after.max.ms is raised; or do not keep the timestamps.");
        }
        if (preview != null && preview.largest() > REGULAR_RECORD) {
            words.add("The largest record has " + Sizes.text(preview.largest())
                    + ". A topic takes 1 MB unless its max.message.bytes is raised. Large records get more time.");
        }
        if (preview != null && preview.changedNames() > 0) {
            words.add(Counted.of(preview.changedNames(), "header name is", "header names are")
                    + " not UTF-8. Clients send names as text, so those bytes are replaced.");
        }
        return String.join("\n", words);
    }

    /** Returns what became of it. */
    public static String report(ImportReport done) {
        StringBuilder out = new StringBuilder(done.complete() ? "Read " : "Cancelled after ")
                .append(Counted.of(done.read(), "record"))
                .append(": ")
                .append(Numbers.grouped(done.acknowledged()))
                .append(" acknowledged, ")
                .append(Numbers.grouped(done.failed()))
                .append(" failed");
        if (done.unconfirmed() > 0) {
            out.append(", ").append(Numbers.grouped(done.unconfirmed())).append(" without an answer");
        }
        if (done.leftOut() > 0) {
            out.append(", ").append(Numbers.grouped(done.leftOut())).append(" left out as from before 1970");
        }
        out.append('.');
        if (done.retimed() > 0) {
            out.append(' ').append(Counted.of(done.retimed(), "has", "have")).append(" the time of sending.");
        }
        if (done.brokenLines() > 0) {
            out.append(' ')
                    .append(Counted.of(done.brokenLines(), "line is no record", "lines are no records"))
                    .append(Counted.word(done.brokenLines(), " and was", " and were"))
                    .append(" passed over.");
        }
        done.problems().stream().limit(5).forEach(problem -> out.append('\n').append(problem));
        return out.toString();
    }
}
