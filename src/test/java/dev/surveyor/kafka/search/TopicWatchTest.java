package dev.surveyor.kafka.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.search.SearchLimit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the ids of a topic say about its search. */
class TopicWatchTest {

    private static final Uuid OLD = Uuid.randomUuid();
    private static final Uuid NEW = Uuid.randomUuid();
    private static final Object NONE = new Object();

    private final TestConnection connection = TestConnection.to("localhost:1");
    private final SearchControl control =
            new SearchControl(connection.context(), "search-1", "orders", SearchLimit.DEFAULT);
    private final Deque<Object> answers = new ArrayDeque<>();
    private final TopicWatch watch = new TopicWatch(
            topic -> {
                Object answer = answers.removeFirst();
                if (answer instanceof KafkaException failed) {
                    throw failed;
                }
                return new TopicIds.Known(answer.equals(NONE) ? null : (Uuid) answer, 1);
            },
            "orders",
            control);

    @AfterEach
    void close() {
        connection.close();
    }

    private void answers(Object... all) {
        answers.addAll(List.of(all));
    }

    @Test
    void the_same_id_at_begin_and_end_is_the_same_topic() {
        answers(OLD, OLD);
        watch.begin();
        watch.end();
        assertThat(watch.doubtful()).isFalse();
    }

    @Test
    void another_id_is_a_topic_made_anew_and_the_failure_says_why() {
        answers(OLD, NEW);
        watch.begin();
        assertThatThrownBy(watch::end).isInstanceOf(TopicChangedException.class).satisfies(control::fail);
        BrokerFailure failure = Objects.requireNonNull(control.failure());
        assertThat(failure.what()).contains("changed while it was searched: orders was deleted and made anew");
        assertThat(failure.why()).contains(OLD.toString()).contains(NEW.toString());
        assertThat(failure.remedies()).containsExactly("Search again");
    }

    @Test
    void without_ids_or_the_right_to_read_them_nothing_is_watched() {
        answers(NONE);
        watch.begin();
        watch.end();
        answers(new TopicAuthorizationException("orders"));
        watch.begin();
        watch.end();
        assertThat(watch.doubtful()).isFalse();
        assertThat(answers).isEmpty();
    }

    @Test
    void at_the_begin_what_may_pass_is_left_to_the_search_to_try_again() {
        answers(new TimeoutException("late"), OLD);
        assertThatThrownBy(watch::begin).isInstanceOf(TimeoutException.class);
        watch.begin();
    }

    @Test
    void at_the_end_it_waits_for_a_cluster_that_does_not_answer() {
        answers(OLD, new TimeoutException("late"), OLD);
        watch.begin();
        control.planned();
        watch.end();
        assertThat(control.interruptions()).isEqualTo(1);
        assertThat(control.phase()).isEqualTo(SearchPhase.READING);
        assertThat(watch.doubtful()).isFalse();
    }

    @Test
    void a_topic_that_is_gone_when_all_was_read_was_read() {
        answers(OLD, new UnknownTopicOrPartitionException("gone"));
        watch.begin();
        watch.end();
        assertThat(watch.doubtful()).isFalse();
    }

    @Test
    void a_search_that_is_cancelled_meanwhile_stays_in_doubt() {
        answers(OLD);
        watch.begin();
        control.cancel();
        watch.end();
        assertThat(watch.doubtful()).isTrue();
    }
}
