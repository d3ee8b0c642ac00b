package dev.surveyor.bench;

import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.kafka.search.KafkaSearches;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.search.SearchLimit;
import dev.surveyor.service.search.SearchRequest;
import dev.surveyor.service.search.SearchSession;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whole searches, from their start to their certificate, beside a bare consumer that reads the same topic. */
@Tag("bench")
@ExtendWith(BenchExtension.class)
class SearchBench {

    private static final String UNIT = "records/s";
    private static final String TEXT = BenchRecords.NEEDLE;
    private static final String HEADER = "header.retry=9";
    private static final String REGEX = "/vornix\",\"placed\":\"2026-0[1-6]-\\d\\d/";

    /** Nothing in it must occur as it stands. */
    private static final String REGEX_WITHOUT_TEXT = "value=/.*[Gg]r[aä]u?t[vw]o.*/";

    private static final String JSON = "value.customer.tier>8 && value.total>99.9";

    private final BenchTopics topics;
    private final BenchResults results;

    SearchBench(BenchTopics topics, BenchResults results) {
        this.topics = topics;
        this.results = results;
    }

    @Test
    @Measure("search-text")
    void text() throws Exception {
        compare("search-text", topics.small(), TEXT, topics.small().needles());
    }

    @Test
    @Measure("search-text-lz4")
    void text_in_lz4() throws Exception {
        compare("search-text-lz4", topics.smallLz4(), TEXT, topics.smallLz4().needles());
    }

    @Test
    @Measure("search-text-10kb")
    void text_in_large_records() throws Exception {
        compare("search-text-10kb", topics.large(), TEXT, topics.large().needles());
    }

    @Test
    @Measure("search-header")
    void header() throws Exception {
        compare("search-header", topics.small(), HEADER, topics.small().records() / BenchRecords.RETRIED_EVERY);
    }

    @Test
    @Measure("search-regex")
    void regex() throws Exception {
        compare("search-regex", topics.small(), REGEX, topics.small().needles());
    }

    @Test
    @Measure("search-regex-without-text")
    void regex_without_a_text_that_must_occur() throws Exception {
        compare(
                "search-regex-without-text",
                topics.small(),
                REGEX_WITHOUT_TEXT,
                topics.small().needles());
    }

    @Test
    @Measure("search-json")
    void json_path() throws Exception {
        int matches = 0;
        for (int i = 0; i < topics.small().records(); i++) {
            matches += i * 7L % 10 > 8 && i % 10_000 / 100.0 > 99.9 ? 1 : 0;
        }
        compare("search-json", topics.small(), JSON, matches);
    }

    @Test
    @Measure("search-json-10kb")
    void json_path_in_large_records() throws Exception {
        int matches = 0;
        for (int i = 0; i < topics.large().records(); i++) {
            matches += i * 7L % 10 > 8 && i % 10_000 / 100.0 > 99.9 ? 1 : 0;
        }
        compare("search-json-10kb", topics.large(), JSON, matches);
    }

    @Test
    @Measure("search-text-kcat")
    void text_beside_kcat_that_only_reads() throws Exception {
        Assumptions.assumeTrue(Kcat.isInstalled(), "kcat is not installed");
        BenchTopic topic = topics.small();
        Kcat kcat = new Kcat(topics.bootstrapServers());
        try (TestConnection connection = TestConnection.to(topics.bootstrapServers())) {
            Contest.Times times =
                    Contest.run(() -> search(connection, topic, TEXT, topic.needles()), () -> kcat.read(topic.name()));
            results.addRate("search-text-kcat", topic.records(), times, UNIT);
        }
    }

    @Test
    @Measure("search-text-kcat-grep")
    void text_beside_kcat_and_grep() throws Exception {
        Assumptions.assumeTrue(Kcat.isInstalled(), "kcat is not installed");
        BenchTopic topic = topics.small();
        Kcat kcat = new Kcat(topics.bootstrapServers());
        try (TestConnection connection = TestConnection.to(topics.bootstrapServers())) {
            Contest.Times times = Contest.run(
                    () -> search(connection, topic, TEXT, topic.needles()),
                    () -> same(kcat.grep(topic.name(), TEXT), topic.needles()));
            results.addRate("search-text-kcat-grep", topic.records(), times, UNIT);
        }
    }

    private void compare(String name, BenchTopic topic, String filter, int matches) throws Exception {
        BareLoop bare = new BareLoop(topics.bootstrapServers(), topic.name());
        try (TestConnection connection = TestConnection.to(topics.bootstrapServers())) {
            Contest.Times times = Contest.run(
                    () -> search(connection, topic, filter, matches), () -> same(bare.readAll(), topic.records()));
            results.addRate(name, topic.records(), times, UNIT);
        }
    }

    private static long search(TestConnection connection, BenchTopic topic, String filter, int matches)
            throws Exception {
        FilterResult compiled =
                new FilterLanguage(new FilterContext(Clock.systemUTC(), record -> false)).compile(filter);
        if (!(compiled instanceof FilterResult.Compiled predicate)) {
            throw new AssertionError(filter + " is no filter: " + compiled);
        }
        SearchSession session = new KafkaSearches(connection.context())
                .start(new SearchRequest(SearchScope.whole(topic.name()), predicate, SearchLimit.DEFAULT, false));
        SearchCertificate certificate = session.certificate().get(10, TimeUnit.MINUTES);
        if (certificate.end() != SearchEnd.COMPLETE) {
            throw new AssertionError("the search was not complete: " + certificate);
        }
        same(certificate.totals().read(), topic.records());
        return same(certificate.totals().matched(), matches);
    }

    private static long same(long found, long wanted) {
        if (found != wanted) {
            throw new AssertionError("found " + found + ", not " + wanted);
        }
        return found;
    }
}
