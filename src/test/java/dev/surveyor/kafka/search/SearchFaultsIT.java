package dev.surveyor.kafka.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.search.SearchLimit;
import dev.surveyor.service.search.SearchSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A broker that goes away in the middle of a search. */
class SearchFaultsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int RECORDS = 2 * HeldFilter.MORE_THAN_FETCHED;

    private final HeldFilter held = new HeldFilter(1_000);
    private static TestBroker broker;
    private TestConnection connection;

    @BeforeAll
    static void start() {
        broker = TestBroker.start();
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @BeforeEach
    void connect() {
        broker.heal();
        connection = TestConnection.to(broker.bootstrapServers());
    }

    @AfterEach
    void end() {
        held.letGo();
        connection.close();
    }

    @Test
    void a_broker_that_comes_back_is_read_on_without_a_loss_and_without_a_repeat() throws Exception {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, RECORDS);
        SearchSession session = search(topic);

        broker.kill();
        held.letGo();
        Await.until("it says that it waits", SOON, () -> session.progress().phase() == SearchPhase.WAITING);
        assertThat(session.progress().trouble()).isNotNull();
        broker.restart();
        SearchCertificate certificate = session.certificate().get(120, TimeUnit.SECONDS);

        assertThat(certificate.end()).isEqualTo(SearchEnd.COMPLETE);
        assertThat(certificate.interruptions()).isPositive();
        assertThat(certificate.totals().read()).isEqualTo(RECORDS);
        assertThat(certificate.totals().absent()).isZero();
        assertThat(session.takeMatches().stream().map(ConsumedRecord::reference).distinct())
                .hasSize(RECORDS);
    }

    @Test
    void a_search_that_waits_for_a_broker_can_be_cancelled_at_once() throws Exception {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, RECORDS);
        SearchSession session = search(topic);
        broker.kill();
        held.letGo();
        Await.until("it says that it waits", SOON, () -> session.progress().phase() == SearchPhase.WAITING);

        session.cancel();

        SearchCertificate certificate = session.certificate().get(30, TimeUnit.SECONDS);
        assertThat(certificate.end()).isEqualTo(SearchEnd.CANCELLED);
        assertThat(certificate.totals().unread()).isPositive();
    }

    @Test
    void a_search_that_begins_without_a_broker_waits_for_it() throws Exception {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 100);
        broker.kill();
        SearchSession session =
                new SearchRun(connection).start(SearchScope.whole(topic), "value", SearchLimit.DEFAULT, false);
        Await.until("it says that it waits", SOON, () -> session.progress().phase() == SearchPhase.WAITING);

        broker.restart();

        assertThat(session.certificate().get(60, TimeUnit.SECONDS).totals().matched())
                .isEqualTo(100);
    }

    private SearchSession search(String topic) {
        return new SearchRun(connection).startHeld(topic, held, new SearchLimit(RECORDS, Long.MAX_VALUE, false));
    }
}
