package dev.surveyor.kafka.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.search.SearchLimit;
import dev.surveyor.service.search.SearchRequest;
import dev.surveyor.service.search.SearchSession;
import dev.surveyor.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Runs searches to their ends, and reads the same with a bare consumer for comparison. */
final class SearchRun {

    private final TestConnection connection;

    SearchRun(TestConnection connection) {
        this.connection = connection;
    }

    /** What a search found and proved; the records are those of one partition after the other, where there is one. */
    record Found(List<ConsumedRecord> records, SearchCertificate certificate) {

        List<Long> offsets() {
            return records.stream().map(ConsumedRecord::offset).toList();
        }

        List<String> values() {
            return records.stream()
                    .map(each -> {
                        byte[] value = each.value();
                        return value == null ? "null" : new String(value, StandardCharsets.UTF_8);
                    })
                    .toList();
        }
    }

    Found all(String topic, String filter) {
        return in(SearchScope.whole(topic), filter);
    }

    Found committed(String topic, String filter) {
        return in(new SearchScope(topic, Set.of(), new SearchRange.Whole(), IsolationLevel.READ_COMMITTED), filter);
    }

    Found in(SearchScope scope, String filter) {
        return run(scope, filter, SearchLimit.DEFAULT, false);
    }

    Found run(SearchScope scope, String filter, SearchLimit limit, boolean onlyPartitionOfKey) {
        SearchSession session = start(scope, filter, limit, onlyPartitionOfKey);
        try {
            SearchCertificate certificate = session.certificate().get(60, TimeUnit.SECONDS);
            List<ConsumedRecord> records = new ArrayList<>(session.takeMatches());
            var totals = certificate.totals();
            assertThat(totals.read() + totals.absent() + totals.deleted() + totals.unread())
                    .isEqualTo(totals.offsets());
            assertThat(totals.absent()).isNotNegative();
            // Sizes are compared where records are; here they would only have to be counted again.
            return new Found(records, withoutBytes(certificate));
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError("the search did not end", failed);
        }
    }

    private static SearchCertificate withoutBytes(SearchCertificate all) {
        return new SearchCertificate(
                all.scope(),
                all.filterText(),
                all.clusterId(),
                all.rangeFixedAt(),
                all.elapsed(),
                all.end(),
                all.failure(),
                all.partitionsOfTopic(),
                all.partitions().stream()
                        .map(each -> new dev.surveyor.domain.search.PartitionTally(
                                each.id(),
                                each.from(),
                                each.to(),
                                each.position(),
                                each.read(),
                                0,
                                each.matched(),
                                each.undecided(),
                                each.firstUndecided(),
                                each.deletedRanges(),
                                each.beyondStable()))
                        .toList(),
                all.leftOut(),
                all.kept(),
                all.interruptions());
    }

    SearchSession start(SearchScope scope, String filter, SearchLimit limit, boolean onlyPartitionOfKey) {
        FilterResult compiled =
                new FilterLanguage(new FilterContext(Clock.systemUTC(), record -> false)).compile(filter);
        assertThat(compiled).isInstanceOf(FilterResult.Compiled.class);
        return start(new SearchRequest(scope, (FilterResult.Compiled) compiled, limit, onlyPartitionOfKey));
    }

    /** Starts a search of the whole topic, and returns when the filter holds it. */
    SearchSession startHeld(String topic, HeldFilter held, SearchLimit limit) {
        SearchSession session = start(new SearchRequest(SearchScope.whole(topic), held.compiled(), limit, false));
        held.awaitHeld();
        return session;
    }

    private SearchSession start(SearchRequest request) {
        return new KafkaSearches(connection.context()).start(request);
    }

    /** Returns the offsets of the records of partition 0, as a bare consumer finds them. */
    static List<Long> bareOffsets(TestBroker broker, String topic) {
        return bare(broker, topic).stream().map(ConsumerRecord::offset).toList();
    }

    static void assertSameAsBareConsumer(TestBroker broker, String topic, List<ConsumedRecord> found) {
        List<ConsumerRecord<byte[], byte[]>> bare = bare(broker, topic);
        assertThat(found).hasSameSizeAs(bare);
        for (int i = 0; i < bare.size(); i++) {
            ConsumerRecord<byte[], byte[]> wanted = bare.get(i);
            ConsumedRecord record = found.get(i);
            assertThat(record.offset()).isEqualTo(wanted.offset());
            assertThat(record.timestamp()).isEqualTo(wanted.timestamp());
            assertThat(record.key()).isEqualTo(wanted.key());
            assertThat(record.value()).isEqualTo(wanted.value());
            Header[] headers = wanted.headers().toArray();
            assertThat(record.headers()).hasSize(headers.length);
            for (int h = 0; h < headers.length; h++) {
                assertThat(record.headers().get(h).key()).isEqualTo(headers[h].key());
                assertThat(record.headers().get(h).value()).isEqualTo(headers[h].value());
            }
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> bare(TestBroker broker, String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic, 0);
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
        return records;
    }
}
