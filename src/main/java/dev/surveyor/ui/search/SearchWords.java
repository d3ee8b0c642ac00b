package dev.surveyor.ui.search;

import dev.surveyor.codec.Counted;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.domain.search.SearchTotals;
import dev.surveyor.service.search.SearchProgress;
import dev.surveyor.ui.parts.Numbers;
import dev.surveyor.ui.parts.Times;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words of a search. */
final class SearchWords {

    private SearchWords() {}

    static String isolation(IsolationLevel level) {
        return level == IsolationLevel.READ_COMMITTED ? "Committed only" : "Uncommitted too";
    }

    static String percent(SearchTotals totals) {
        // 100 % only when really all is read.
        double share = Math.floor(totals.share() * 1000) / 10;
        return String.format(Locale.ROOT, share == 100 ? "%.0f\u00a0%%" : "%.1f\u00a0%%", share);
    }

    static String secondsLeft(double seconds) {
        return Double.isNaN(seconds)
                ? "time left unknown"
                : "about " + Times.length(Duration.ofMillis(Math.max(1_000, Math.round(seconds) * 1_000L))) + " left";
    }

    static String verdict(SearchCertificate certificate) {
        return switch (certificate.end()) {
            case COMPLETE ->
                certificate.leftOut().isEmpty() ? "Complete" : "Complete, " + leftOutShort(certificate.leftOut());
            case CANCELLED -> "Cancelled at " + percent(certificate.totals());
            case LIMIT_REACHED -> "Stopped at " + Counted.of(certificate.kept(), "match", "matches");
            case FAILED -> "Failed at " + percent(certificate.totals());
        };
    }

    private static String leftOutShort(List<LeftOut> leftOut) {
        boolean byKey = leftOut.stream().anyMatch(each -> each.reason() == LeftOut.Reason.KEY);
        return byKey ? "in the partition of the key" : "in the partitions of the filter";
    }

    static String explanation(SearchCertificate certificate) {
        SearchTotals totals = certificate.totals();
        return switch (certificate.end()) {
            case COMPLETE ->
                totals.deleted() > 0
                        ? "Every offset of the range that still existed was read."
                        : "Every offset of the range was read.";
            case CANCELLED, LIMIT_REACHED ->
                Counted.of(totals.unread(), "offset was", "offsets were") + " not read. More may match there.";
            case FAILED -> {
                BrokerFailure failure = certificate.failure();
                yield failure == null ? "" : failure.sentence();
            }
        };
    }

    static String running(SearchProgress progress) {
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

    static String leftOut(List<LeftOut> leftOut) {
        String numbers = leftOut.stream()
                .map(each -> Integer.toString(each.id().partition()))
                .collect(Collectors.joining(", "));
        boolean byKey = leftOut.stream().anyMatch(each -> each.reason() == LeftOut.Reason.KEY);
        return "Not read: P " + numbers
                + (byKey
                        ? ". The Java client's default partitioner puts this key elsewhere; other producers may not."
                        : ". The filter names other partitions.");
    }

    /** Returns the sum that every count is part of. */
    static String sum(SearchTotals totals) {
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
