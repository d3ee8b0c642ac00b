package dev.surveyor.service.transfer;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.filter.RecordFilter;
import dev.surveyor.filter.Verdict;
import dev.surveyor.service.cluster.Troubles;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.decode.PatientReader;
import dev.surveyor.service.search.SearchLimit;
import dev.surveyor.service.search.SearchRequest;
import dev.surveyor.service.search.SearchSession;
import dev.surveyor.service.search.Searches;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A range of a topic, read from the brokers: one partition after the other, each in the order of its offsets. Read in
 * pieces, so that never more than one piece is in memory however slow the disk is.
 */
public final class TopicRange implements ExportSource {

    private static final int PIECE_RECORDS = 20_000;
    private static final long PIECE_BYTES = 32_000_000;
    private static final long LOOK_MILLIS = 100;

    private final Searches searches;
    private final SearchScope scope;
    private final List<Integer> partitions;
    private final Decoding decoding;
    private final Function<RecordReader, FilterResult.Compiled> filter;
    private final List<PartitionTrouble> unread = new ArrayList<>();
    private long undecided;
    private long deleted;
    private @Nullable PartitionOffset firstUndecided;

    /**
     * @param scope the range; its partitions are those of the list
     * @param partitions all that are to be read, in order
     * @param decoding how keys and values are read
     * @param filter makes the filter of the range with what reads for it
     */
    public TopicRange(
            Searches searches,
            SearchScope scope,
            List<Integer> partitions,
            Decoding decoding,
            Function<RecordReader, FilterResult.Compiled> filter) {
        this.searches = searches;
        this.scope = scope;
        this.partitions = List.copyOf(partitions);
        this.decoding = decoding;
        this.filter = filter;
    }

    @Override
    public void read(Sink sink, TransferControl control) throws IOException, TransferException, InterruptedException {
        try (PatientReader reader = decoding.patientReader()) {
            FilterResult.Compiled compiled = filter.apply(reader);
            for (int i = 0; i < partitions.size() && !control.cancelled(); i++) {
                partition(i, compiled, sink, control);
            }
        }
    }

    @Override
    public List<String> losses() {
        List<String> losses = new ArrayList<>();
        if (!unread.isEmpty()) {
            losses.add("Records are missing: " + Troubles.listed(unread) + ". Export the range again when it is back.");
        }
        if (firstUndecided != null) {
            losses.add(Counted.of(undecided, "record")
                    + " could not be decoded as the filter needs it and " + Counted.word(undecided, "is", "are")
                    + " left out; the first is " + firstUndecided + ".");
        }
        if (deleted > 0) {
            losses.add(Counted.of(deleted, "offset was", "offsets were")
                    + " deleted from the topic before the records could be read.");
        }
        return losses;
    }

    private void count(PartitionTally tally) {
        if (firstUndecided == null && !tally.firstUndecided().isEmpty()) {
            firstUndecided =
                    PartitionOffset.of(tally.id(), tally.firstUndecided().get(0));
        }
        undecided += tally.undecided();
        deleted += tally.deleted();
    }

    private void partition(int index, FilterResult.Compiled filter, Sink sink, TransferControl control)
            throws IOException, TransferException, InterruptedException {
        SearchRange range = scope.range();
        FilterResult.Compiled wanted = filter;
        long first = -1;
        boolean more = true;
        while (more && !control.cancelled()) {
            SearchScope piece = new SearchScope(scope.topic(), Set.of(partitions.get(index)), range, scope.isolation());
            SearchLimit limit = new SearchLimit(PIECE_RECORDS, PIECE_BYTES, true);
            try (SearchSession search = searches.start(new SearchRequest(piece, wanted, limit, false))) {
                SearchCertificate certificate = await(search, control);
                if (certificate == null) {
                    return;
                }
                if (certificate.partitions().isEmpty() && !certificate.leftOut().isEmpty()) {
                    // The filter itself names other partitions, or this one cannot be read.
                    certificate.leftOut().stream()
                            .map(LeftOut::trouble)
                            .filter(Objects::nonNull)
                            .forEach(unread::add);
                    return;
                }
                PartitionTally tally = tally(certificate);
                count(tally);
                first = first < 0 ? tally.from() : first;
                long span = Math.max(1, tally.to() - first);
                for (ConsumedRecord record : search.takeMatches()) {
                    sink.take(record, (index + (double) (record.offset() - first) / span) / partitions.size());
                }
                more = certificate.end() == SearchEnd.LIMIT_REACHED && !tally.done();
                range = more ? new SearchRange.Offsets(tally.position(), tally.to()) : range;
                wanted = inWindow(filter);
            }
        }
    }

    /** Returns the filter for the pieces after the first one: they are given by offsets, so it looks at the time too. */
    private FilterResult.Compiled inWindow(FilterResult.Compiled filter) {
        if (!(scope.range() instanceof SearchRange.Times times)) {
            return filter;
        }
        Instant from = times.from();
        Instant to = times.to();
        long least = from == null ? Long.MIN_VALUE : from.toEpochMilli();
        long most = to == null ? Long.MAX_VALUE : to.toEpochMilli();
        RecordFilter both = record -> !record.hasTimestamp() || record.timestamp() < least || record.timestamp() > most
                ? Verdict.NO_MATCH
                : filter.filter().test(record);
        return new FilterResult.Compiled(filter.text(), both, filter.bounds());
    }

    /** Returns what the search proves, null where the export was cancelled meanwhile. */
    private static @Nullable SearchCertificate await(SearchSession search, TransferControl control)
            throws TransferException, InterruptedException {
        while (true) {
            try {
                SearchCertificate certificate = search.certificate().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                check(certificate);
                return certificate;
            } catch (TimeoutException notYet) {
                if (control.cancelled()) {
                    search.cancel();
                    return null;
                }
            } catch (ExecutionException never) {
                throw new IllegalStateException("a certificate never fails", never);
            }
        }
    }

    private static void check(SearchCertificate certificate) throws TransferException {
        BrokerFailure failure = certificate.failure();
        if (failure != null) {
            throw new TransferException(failure);
        }
        if (certificate.matchesLeftOut() > 0 || certificate.end() == SearchEnd.CANCELLED) {
            throw new TransferException(new BrokerFailure(
                    "The range of " + certificate.scope().topic() + " could not be read as a whole.",
                    "The reading was ended.",
                    List.of("Try again", "Use another filter or other partitions"),
                    "",
                    BrokerFailure.Kind.FATAL));
        }
    }

    private static PartitionTally tally(SearchCertificate certificate) throws TransferException {
        if (certificate.partitions().isEmpty()) {
            throw new TransferException(new BrokerFailure(
                    "There is no such partition of " + certificate.scope().topic() + ".",
                    "The topic has " + Counted.of(certificate.partitionsOfTopic(), "partition") + ".",
                    List.of("Give partitions from 0 on"),
                    "",
                    BrokerFailure.Kind.FATAL));
        }
        return certificate.partitions().get(0);
    }
}
