package dev.surveyor.service.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.testing.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link ConsumeSession} promises; run on the fake one and, on a broker, on the real one. */
public abstract class ConsumeSessionContract {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** Returns a standalone consumer, just started, of a topic with records in its first partition. */
    protected abstract ConsumeSession start() throws Exception;

    private static void await(ConsumeSession session, ConsumePhase phase) {
        Await.until("it is " + phase, SOON, () -> session.status().phase() == phase);
    }

    private ConsumeSession running() throws Exception {
        ConsumeSession session = start();
        await(session, ConsumePhase.RUNNING);
        return session;
    }

    private static <T> T done(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    private static PartitionPosition first(List<PartitionPosition> positions) {
        return positions.stream()
                .filter(each -> each.partition().partition() == 0)
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void it_runs_by_itself_and_says_as_whom() throws Exception {
        try (ConsumeSession session = running()) {
            assertThat(session.clientId()).isNotEmpty();
            assertThat(session.request().subscription()).isNotNull();
            assertThat(session.status().failure()).isNull();
            assertThat(first(done(session.positions())).endOffset()).isPositive();
        }
    }

    @Test
    public void it_pauses_and_goes_on() throws Exception {
        try (ConsumeSession session = running()) {
            session.pause();
            await(session, ConsumePhase.PAUSED_BY_USER);
            session.resume();
            await(session, ConsumePhase.RUNNING);
        }
    }

    @Test
    public void a_move_counts_and_answers_where_it_stands_then() throws Exception {
        try (ConsumeSession session = running()) {
            session.pause();
            int before = session.status().seekEpoch();
            PartitionId id = first(done(session.positions())).partition();

            List<PartitionPosition> after = done(session.seek(Map.of(id, 1L)));

            assertThat(first(after).position()).hasValue(1);
            Await.until("it is counted", SOON, () -> session.status().seekEpoch() == before + 1);
        }
    }

    @Test
    public void what_is_not_assigned_cannot_be_moved() throws Exception {
        try (ConsumeSession session = running()) {
            String topic = first(done(session.positions())).partition().topic();
            assertThatThrownBy(() -> done(session.seek(Map.of(new PartitionId(topic, 99), 0L))))
                    .hasMessageContaining("not assigned");
        }
    }

    @Test
    public void a_standalone_consumer_commits_nothing() throws Exception {
        try (ConsumeSession session = running()) {
            PartitionId id = first(done(session.positions())).partition();
            assertThatThrownBy(() -> done(session.commit(Map.of(id, 1L)))).isNotNull();
        }
    }

    @Test
    public void a_wish_for_one_record_pauses() throws Exception {
        try (ConsumeSession session = running()) {
            var unused = session.readOne(null);
            await(session, ConsumePhase.PAUSED_BY_USER);
        }
    }

    @Test
    public void it_stops_for_good_and_says_where_it_stood() throws Exception {
        ConsumeSession session = running();
        done(session.stop());
        assertThat(session.status().phase()).isEqualTo(ConsumePhase.STOPPED);
        assertThat(done(session.lastPositions())).isNotNull();

        done(session.stop());
        session.close();
        assertThat(session.status().phase()).isEqualTo(ConsumePhase.STOPPED);
    }
}
