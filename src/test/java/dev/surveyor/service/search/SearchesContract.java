package dev.surveyor.service.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.domain.search.SearchTotals;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What all {@link Searches} promise; run on the fake ones and, on a broker, on the real ones. */
public abstract class SearchesContract {

    private static final SearchRange WHOLE = new SearchRange.Whole();

    protected abstract Searches searches();

    /**
     * Makes a topic of one partition. At the offsets 0 to 2 it has a committed transaction, at 4 to 6 an aborted one, at
     * 8 a record without one, and at 3 and 7 none. The value of a record is "value-" and its offset.
     */
    protected abstract String topic() throws Exception;

    @Test
    public void every_offset_of_a_topic_is_accounted_for() throws Exception {
        SearchSession search = start(WHOLE, IsolationLevel.READ_UNCOMMITTED, "", SearchLimit.DEFAULT);
        SearchCertificate certificate = end(search);
        assertThat(certificate.end()).isEqualTo(SearchEnd.COMPLETE);
        assertThat(certificate.failure()).isNull();
        assertThat(certificate.scope()).isEqualTo(search.request().scope());
        assertThat(certificate.partitionsOfTopic()).isEqualTo(1);
        assertThat(certificate.interruptions()).isZero();
        assertAdds(certificate, 9, 7, 7);
        assertThat(offsets(search)).containsExactly(0L, 1L, 2L, 4L, 5L, 6L, 8L);
    }

    @Test
    public void a_reader_of_committed_records_gets_none_of_an_aborted_transaction() throws Exception {
        SearchSession search = start(WHOLE, IsolationLevel.READ_COMMITTED, "", SearchLimit.DEFAULT);
        assertAdds(end(search), 9, 4, 4);
        assertThat(offsets(search)).containsExactly(0L, 1L, 2L, 8L);
    }

    @Test
    public void only_what_matches_is_found_and_all_is_read() throws Exception {
        SearchSession search = start(WHOLE, IsolationLevel.READ_UNCOMMITTED, "\"value-5\"", SearchLimit.DEFAULT);
        SearchCertificate certificate = end(search);
        assertAdds(certificate, 9, 7, 1);
        assertThat(certificate.filterText()).isEqualTo("\"value-5\"");
        assertThat(offsets(search)).containsExactly(5L);
    }

    @Test
    public void a_range_is_read_and_nothing_beside_it() throws Exception {
        SearchRange range = new SearchRange.EachOffsets(Map.of(0, new SearchRange.Offsets(1, 5)));
        SearchSession search = start(range, IsolationLevel.READ_UNCOMMITTED, "", SearchLimit.DEFAULT);
        assertAdds(end(search), 4, 3, 3);
        assertThat(offsets(search)).containsExactly(1L, 2L, 4L);
    }

    @Test
    public void a_range_ends_where_the_partition_ends() throws Exception {
        SearchSession search =
                start(new SearchRange.Offsets(6, 1_000), IsolationLevel.READ_UNCOMMITTED, "", SearchLimit.DEFAULT);
        PartitionTally only = end(search).partitions().get(0);
        assertThat(only.from()).isEqualTo(6);
        assertThat(only.to()).isEqualTo(9);
        assertThat(offsets(search)).containsExactly(6L, 8L);
    }

    @Test
    public void matches_past_the_limit_are_counted_and_not_kept() throws Exception {
        SearchSession search = start(WHOLE, IsolationLevel.READ_UNCOMMITTED, "", new SearchLimit(2, 1_000_000, false));
        SearchCertificate certificate = end(search);
        assertThat(certificate.kept()).isEqualTo(2);
        assertThat(certificate.matchesLeftOut()).isEqualTo(5);
        assertThat(offsets(search)).containsExactly(0L, 1L);
    }

    @Test
    public void a_match_is_taken_once() throws Exception {
        SearchSession search = start(WHOLE, IsolationLevel.READ_UNCOMMITTED, "", SearchLimit.DEFAULT);
        assertThat(end(search).kept()).isEqualTo(7);
        assertThat(search.takeMatches()).hasSize(7);
        assertThat(search.takeMatches()).isEmpty();
    }

    @Test
    public void what_has_ended_stays_so_and_keeps_what_it_found() throws Exception {
        SearchSession search = start(WHOLE, IsolationLevel.READ_UNCOMMITTED, "", SearchLimit.DEFAULT);
        SearchCertificate certificate = end(search);
        search.cancel();
        search.close();
        assertThat(end(search)).isEqualTo(certificate);
        assertThat(search.progress().phase()).isEqualTo(SearchPhase.ENDED);
        assertThat(search.progress().trouble()).isNull();
        assertThat(search.progress().partitions()).isEqualTo(certificate.partitions());
        assertThat(search.progress().kept()).isEqualTo(certificate.kept());
        assertThat(search.takeMatches()).hasSize(7);
    }

    private SearchSession start(SearchRange range, IsolationLevel isolation, String filter, SearchLimit limit)
            throws Exception {
        var compiled = (FilterResult.Compiled)
                new FilterLanguage(new FilterContext(Clock.systemUTC(), record -> false)).compile(filter);
        SearchScope scope = new SearchScope(topic(), Set.of(), range, isolation);
        return searches().start(new SearchRequest(scope, compiled, limit, false));
    }

    private static SearchCertificate end(SearchSession search) throws Exception {
        return search.certificate().get(60, TimeUnit.SECONDS);
    }

    private static List<Long> offsets(SearchSession search) {
        return search.takeMatches().stream().map(ConsumedRecord::offset).toList();
    }

    private static void assertAdds(SearchCertificate certificate, long offsets, long read, long matched) {
        SearchTotals totals = certificate.totals();
        assertThat(totals.offsets()).isEqualTo(offsets);
        assertThat(totals.read()).isEqualTo(read);
        assertThat(totals.absent()).isEqualTo(offsets - read);
        assertThat(totals.matched()).isEqualTo(matched);
        assertThat(totals.unread()).isZero();
        assertThat(totals.deleted()).isZero();
    }
}
