package dev.surveyor.kafka.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.search.SearchLimit;
import dev.surveyor.service.search.SearchSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A topic that is deleted and made anew while it is searched, with as many records. */
@ExtendWith(SandboxBroker.class)
class RemadeTopicIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void the_search_says_that_the_topic_was_made_anew_and_is_not_complete(TestBroker broker) throws Exception {
        String topic = broker.newTopic(1);
        broker.sendMany(topic, 1, 100);
        Uuid before = id(broker, topic);
        HeldFilter held = new HeldFilter(0);
        TestConnection connection = TestConnection.to(broker.bootstrapServers());
        try {
            SearchSession session = new SearchRun(connection).startHeld(topic, held, SearchLimit.DEFAULT);
            broker.admin().deleteTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
            broker.createTopic(topic, 1, Map.of());
            broker.sendMany(topic, 1, 100);
            Await.until("the new topic is known", SOON, () -> !id(broker, topic).equals(before));
            held.letGo();

            SearchCertificate certificate = session.certificate().get(60, TimeUnit.SECONDS);
            assertThat(certificate.end()).isEqualTo(SearchEnd.FAILED);
            assertThat(Objects.requireNonNull(certificate.failure()).what()).contains("was deleted and made anew");
            assertThat(certificate.failure().why()).contains(before.toString());
            assertThat(certificate.totals().read()).isEqualTo(100);
        } finally {
            held.letGo();
            connection.close();
        }
    }

    private static Uuid id(TestBroker broker, String topic) {
        return Objects.requireNonNull(broker.admin()
                        .describeTopics(List.of(topic))
                        .topicNameValues()
                        .get(topic))
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .topicId();
    }
}
