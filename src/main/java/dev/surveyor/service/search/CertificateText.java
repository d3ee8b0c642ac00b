package dev.surveyor.service.search;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.domain.search.SearchTotals;
import dev.surveyor.domain.time.Times;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a certificate as plain text, for a mail or a ticket. */
public final class CertificateText {

    private CertificateText() {}

    public static String of(SearchCertificate certificate) {
        StringBuilder out = new StringBuilder();
        SearchScope scope = certificate.scope();
        line(out, "Search", certificate.filterText().isEmpty() ? "(every record)" : certificate.filterText());
        line(out, "Topic", scope.topic() + ", " + range(scope));
        line(out, "Cluster id", certificate.clusterId().isEmpty() ? "unknown" : certificate.clusterId());
        line(out, "Isolation", scope.isolation().toString());
        Instant fixedAt = certificate.rangeFixedAt();
        line(out, "Range fixed", fixedAt == null ? "never" : Times.iso(fixedAt));
        line(out, "Result", SearchWords.verdict(certificate) + ". " + SearchWords.explanation(certificate));
        BrokerFailure failure = certificate.failure();
        if (failure != null) {
            line(out, "Try", String.join("; ", failure.remedies()));
        }
        SearchTotals totals = certificate.totals();
        line(
                out,
                "Matches",
                totals.matched() + " (" + certificate.kept() + " kept, " + certificate.matchesLeftOut()
                        + " counted only)");
        line(out, "Undecided", totals.undecided() + " could not be decoded");
        line(out, "Interrupted", Counted.of(certificate.interruptions(), "time"));
        line(out, "Took", Times.length(certificate.elapsed()).replace('\u00a0', ' '));
        if (!certificate.leftOut().isEmpty()) {
            line(out, "Left out", SearchWords.leftOut(certificate.leftOut()).replace("\n", " "));
        }
        out.append('\n');
        row(out, "P", "from", "to", "read", "absent", "deleted", "unread", "undecoded", "matched");
        for (PartitionTally each : certificate.partitions()) {
            row(
                    out,
                    each.id().partition(),
                    each.from(),
                    each.to(),
                    each.read(),
                    each.absent(),
                    each.deleted(),
                    each.unread(),
                    each.undecided(),
                    each.matched());
        }
        row(
                out,
                "sum",
                "",
                totals.offsets(),
                totals.read(),
                totals.absent(),
                totals.deleted(),
                totals.unread(),
                totals.undecided(),
                totals.matched());
        for (PartitionTally each : certificate.partitions()) {
            notes(out, each);
        }
        out.append("to - from = read + absent + deleted + unread, in every line; from is read, to is not.\n");
        return out.toString();
    }

    private static void notes(StringBuilder out, PartitionTally tally) {
        if (!tally.deletedRanges().isEmpty()) {
            out.append(tally.id()).append(" deleted before they could be read: ");
            out.append(tally.deletedRanges().stream().map(CertificateText::span).collect(Collectors.joining(", ")));
            out.append('\n');
        }
        if (!tally.firstUndecided().isEmpty()) {
            out.append(tally.id()).append(" could not be decoded, first offsets: ");
            out.append(tally.firstUndecided().stream().map(String::valueOf).collect(Collectors.joining(", ")));
            out.append('\n');
        }
        if (tally.beyondStable() > 0) {
            out.append(tally.id())
                    .append(" ends at its last stable offset; ")
                    .append(tally.beyondStable())
                    .append(" offsets lie behind an open transaction\n");
        }
    }

    private static String span(OffsetGap gap) {
        return gap.offset() + "-" + gap.last();
    }

    private static String range(SearchScope scope) {
        String partitions = scope.partitions().isEmpty()
                ? "all partitions"
                : "partitions "
                        + scope.partitions().stream()
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "));
        SearchRange range = scope.range();
        if (range instanceof SearchRange.Offsets offsets) {
            String last = offsets.to() == Long.MAX_VALUE ? "the end" : Long.toString(offsets.to() - 1);
            return partitions + ", offsets " + offsets.from() + " to " + last;
        }
        if (range instanceof SearchRange.Times times) {
            Instant from = times.from();
            Instant to = times.to();
            return partitions + ", timestamps " + (from == null ? "any" : Times.iso(from)) + " to "
                    + (to == null ? "any" : Times.iso(to));
        }
        return partitions + (range instanceof SearchRange.EachOffsets ? ", offsets of each" : ", all that is kept");
    }

    private static void line(StringBuilder out, String name, String text) {
        out.append(String.format(Locale.ROOT, "%-12s %s%n", name + ":", text));
    }

    private static void row(StringBuilder out, Object... cells) {
        out.append(String.format(Locale.ROOT, "%3s %14s %14s %14s %12s %12s %14s %10s %10s%n", cells));
    }
}
