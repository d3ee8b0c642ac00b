package dev.surveyor.service.search;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.PartitionNumbers;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.domain.search.SearchTotals;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.cluster.Troubles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The words of a search. */
public final class SearchWords {

    private SearchWords() {}

    public static String isolation(IsolationLevel level) {
        return level == IsolationLevel.READ_COMMITTED ? "Committed only" : "Uncommitted too";
    }

    public static String percent(SearchTotals totals) {
        // 100 % only when really all is read.
        double share = Math.floor(totals.share() * 1000) / 10;
        return String.format(Locale.ROOT, share == 100 ? "%.0f\u00a0%%" : "%.1f\u00a0%%", share);
    }

    public static String secondsLeft(OptionalDouble seconds) {
        return seconds.isEmpty()
                ? "time left unknown"
                : "about "
                        + Times.length(Duration.ofMillis(Math.max(1_000, Math.round(seconds.getAsDouble()) * 1_000L)))
                        + " left";
    }

    public static String verdict(SearchCertificate certificate) {
        return switch (certificate.end()) {
            case COMPLETE -> "Complete" + whereOnly(certificate.leftOut());
            case INCOMPLETE ->
                "Incomplete: " + Counted.of(notRead(certificate), "partition was", "partitions were") + " not read";
            case CANCELLED -> "Cancelled at " + percent(certificate.totals());
            case LIMIT_REACHED -> "Stopped at " + Counted.of(certificate.kept(), "match", "matches");
            case FAILED -> "Failed at " + percent(certificate.totals());
        };
    }

    private static String whereOnly(List<LeftOut> leftOut) {
        if (has(leftOut, LeftOut.Reason.KEY)) {
            return ", in the partition of the key";
        }
        return has(leftOut, LeftOut.Reason.FILTER) ? ", in the partitions of the filter" : "";
    }

    private static boolean has(List<LeftOut> leftOut, LeftOut.Reason reason) {
        return leftOut.stream().anyMatch(each -> each.reason() == reason);
    }

    private static long notRead(SearchCertificate certificate) {
        return certificate.leftOut().stream().filter(LeftOut::mayMatch).count();
    }

    public static String explanation(SearchCertificate certificate) {
        SearchTotals totals = certificate.totals();
        return switch (certificate.end()) {
            case COMPLETE ->
                totals.deleted() > 0
                        ? "Every offset of the range that still existed was read."
                        : "Every offset of the range was read.";
            case INCOMPLETE ->
                (certificate.partitions().isEmpty()
                                ? "There was no other to read. Records may match in "
                                : "All others were read to the end. More may match in ")
                        + Counted.word(notRead(certificate), "the one that was not", "those that were not") + ".";
            case CANCELLED, LIMIT_REACHED ->
                Counted.of(totals.unread(), "offset was", "offsets were") + " not read. More may match there.";
            case FAILED -> {
                BrokerFailure failure = certificate.failure();
                yield failure == null ? "" : failure.sentence();
            }
        };
    }

    public static String running(SearchProgress progress) {
        if (progress.partitions().isEmpty()) {
            return progress.phase() == SearchPhase.WAITING
                    ? "The ends of the partitions are not known yet: the broker does not answer."
                    : "The ends of the partitions are being read.";
        }
        long done = progress.partitions().stream().filter(each -> each.done()).count();
        return done + " of " + progress.partitions().size()
                + Counted.word(progress.partitions().size(), " partition is", " partitions are")
                + " read to the end. Until all are, “no match” is not proven.";
    }

    /** Returns which partitions are not read, and why, a sentence for each reason. */
    public static String leftOut(List<LeftOut> leftOut) {
        List<String> sentences = new ArrayList<>();
        List<PartitionTrouble> troubles = troubles(leftOut);
        if (!troubles.isEmpty()) {
            sentences.add("Not read: " + Troubles.listed(troubles) + ".");
        }
        if (has(leftOut, LeftOut.Reason.KEY)) {
            sentences.add("Not read: P " + numbers(leftOut, LeftOut.Reason.KEY)
                    + ". The Java client's default partitioner puts this key elsewhere; other producers may not.");
        }
        if (has(leftOut, LeftOut.Reason.FILTER)) {
            sentences.add(
                    "Not read: P " + numbers(leftOut, LeftOut.Reason.FILTER) + ". The filter names other partitions.");
        }
        if (has(leftOut, LeftOut.Reason.ADDED)) {
            sentences.add("Not read: P " + numbers(leftOut, LeftOut.Reason.ADDED)
                    + ", added to the topic since the range was fixed. Search again to read them.");
        }
        return String.join("\n", sentences);
    }

    /** Returns what is wrong with the partitions that cannot be read. */
    public static List<PartitionTrouble> troubles(List<LeftOut> leftOut) {
        List<PartitionTrouble> troubles = new ArrayList<>();
        for (LeftOut each : leftOut) {
            PartitionTrouble trouble = each.trouble();
            if (trouble != null) {
                troubles.add(trouble);
            }
        }
        return troubles;
    }

    private static String numbers(List<LeftOut> leftOut, LeftOut.Reason reason) {
        return PartitionNumbers.words(leftOut.stream()
                        .filter(each -> each.reason() == reason)
                        .map(each -> each.id().partition())
                        .toList())
                .replace(",", ", ");
    }

    /** Returns the sum that every count is part of. */
    public static String sum(SearchTotals totals) {
        StringBuilder sum = new StringBuilder(Numbers.grouped(totals.read())).append(" read + ");
        sum.append(Numbers.grouped(totals.absent())).append(" without record");
        if (totals.deleted() > 0) {
            sum.append(" + ").append(Numbers.grouped(totals.deleted())).append(" deleted");
        }
        if (totals.unread() > 0) {
            sum.append(" + ").append(Numbers.grouped(totals.unread())).append(" to read");
        }
        return sum.append(" = ")
                .append(Numbers.grouped(totals.offsets()))
                .append(" offsets")
                .toString();
    }
}
