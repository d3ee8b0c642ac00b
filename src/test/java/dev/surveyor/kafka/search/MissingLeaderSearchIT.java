package dev.surveyor.kafka.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.transfer.JsonLinesFile;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.search.SearchLimit;
import dev.surveyor.service.search.SearchSession;
import dev.surveyor.service.transfer.Exporter;
import dev.surveyor.service.transfer.TopicRange;
import dev.surveyor.service.transfer.TransferControl;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SharedCluster;
import dev.surveyor.testing.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Three brokers, three partitions with one replica each, and the third broker is gone. */
@ExtendWith(SharedCluster.class)
class MissingLeaderSearchIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MANY = 3 * HeldFilter.MORE_THAN_FETCHED;

    private final TestCluster cluster;
    private final HeldFilter held = new HeldFilter(500);

    @AutoClose
    private final TestConnection connection;

    private String topic = "";

    MissingLeaderSearchIT(TestCluster cluster) {
        this.cluster = cluster;
        connection = TestConnection.to(cluster.bootstrapServers());
    }

    @BeforeEach
    void fill() {
        topic = cluster.newTopicOn(1, 2, 3);
    }

    @AfterEach
    void letGo() {
        held.letGo();
    }

    @Test
    void two_partitions_are_searched_and_the_third_is_left_out_with_its_reason() {
        cluster.sendMany(topic, 3, 30);
        stopThird();

        SearchRun.Found found = new SearchRun(connection).all(topic, "value");

        SearchCertificate certificate = found.certificate();
        assertThat(certificate.end()).isEqualTo(SearchEnd.INCOMPLETE);
        assertThat(certificate.failure()).isNull();
        assertThat(found.records()).hasSize(20);
        assertThat(certificate.partitions()).extracting(PartitionTally::id).containsExactly(id(0), id(1));
        assertThat(certificate.partitionsOfTopic()).isEqualTo(3);
        LeftOut third = certificate.leftOut().get(0);
        assertThat(third.reason()).isEqualTo(LeftOut.Reason.TROUBLE);
        assertThat(Objects.requireNonNull(third.trouble()).sentence())
                .isEqualTo(id(2) + " has no leader: its only replica is on broker 3");
    }

    @Test
    void neither_committed_records_nor_a_time_need_the_third_partition() {
        cluster.sendMany(topic, 3, 30);
        stopThird();

        SearchRun.Found committed = new SearchRun(connection).committed(topic, "value");
        SearchRun.Found byTime = new SearchRun(connection)
                .in(
                        new SearchScope(
                                topic,
                                Set.of(),
                                new SearchRange.Times(Instant.EPOCH.plusSeconds(1), null),
                                IsolationLevel.READ_UNCOMMITTED),
                        "value");

        assertThat(committed.records()).hasSize(20);
        assertThat(byTime.records()).hasSize(20);
        assertThat(byTime.certificate().end()).isEqualTo(SearchEnd.INCOMPLETE);
    }

    @Test
    void the_export_of_a_range_has_the_others_and_names_what_is_missing(@TempDir Path folder) throws Exception {
        cluster.sendMany(topic, 3, 30);
        stopThird();
        TopicRange source = new TopicRange(
                new KafkaSearches(connection.context()),
                SearchScope.whole(topic),
                List.of(0, 1, 2),
                Decodings.unremembered(),
                reader -> (FilterResult.Compiled)
                        new FilterLanguage(FilterContext.ofTopic(Clock.systemUTC(), reader)).compile(""));

        Exporter.Result result =
                Exporter.write(source, new JsonLinesFile(), folder.resolve("all.jsonl"), new TransferControl());

        assertThat(result.records()).isEqualTo(20);
        assertThat(Files.readAllLines(folder.resolve("all.jsonl"))).hasSize(20);
        assertThat(result.losses())
                .anySatisfy(loss -> assertThat(loss).startsWith("Records are missing: " + id(2) + " has no leader"));
    }

    @Test
    void a_leader_that_is_lost_while_searching_is_waited_for_by_name_and_read_on() throws Exception {
        cluster.sendMany(topic, 3, MANY);
        SearchSession session =
                new SearchRun(connection).startHeld(topic, held, new SearchLimit(MANY, Long.MAX_VALUE, false));

        stopThird();
        held.letGo();

        Await.until("it waits for the third", SOON, () -> {
            BrokerFailure trouble = session.progress().trouble();
            return session.progress().phase() == SearchPhase.WAITING
                    && trouble != null
                    && trouble.what().contains(id(2) + " has no leader");
        });
        cluster.restart(3);
        SearchCertificate certificate = session.certificate().get(120, TimeUnit.SECONDS);
        assertThat(certificate.end()).isEqualTo(SearchEnd.COMPLETE);
        assertThat(certificate.totals().read()).isEqualTo(MANY);
        assertThat(session.takeMatches().stream().map(ConsumedRecord::reference).distinct())
                .hasSize(MANY);
    }

    @Test
    void partitions_that_are_added_while_searching_are_named_as_not_read() throws Exception {
        cluster.sendMany(topic, 3, MANY);
        SearchSession session = new SearchRun(connection).startHeld(topic, held, SearchLimit.DEFAULT);

        cluster.admin()
                .createPartitions(Map.of(topic, NewPartitions.increaseTo(5)))
                .all()
                .get(30, TimeUnit.SECONDS);
        cluster.awaitPartitions(topic, 5);
        held.letGo();

        SearchCertificate certificate = session.certificate().get(120, TimeUnit.SECONDS);
        assertThat(certificate.end()).isEqualTo(SearchEnd.COMPLETE);
        assertThat(certificate.leftOut())
                .containsExactly(new LeftOut(id(3), LeftOut.Reason.ADDED), new LeftOut(id(4), LeftOut.Reason.ADDED));
    }

    private void stopThird() {
        cluster.stop(3);
        cluster.awaitNoLeader(topic, 2);
    }

    private PartitionId id(int partition) {
        return new PartitionId(topic, partition);
    }
}
