package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.testing.Await;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How far behind a consumer says it is. */
@ExtendWith(SandboxBroker.class)
class LagIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MANY = 500;

    private final TestBroker broker;

    @AutoClose
    private final ConsumerRig rig;

    LagIT(TestBroker broker) {
        this.broker = broker;
        rig = new ConsumerRig(broker);
    }

    @Test
    void it_is_zero_once_all_of_five_hundred_partitions_is_read_and_stays_so_when_positions_are_asked()
            throws Exception {
        String topic = broker.newTopic(MANY);
        broker.sendMany(topic, MANY, 2 * MANY);
        ConsumeSession session = rig.start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        Await.until("all is read", SOON, () -> rig.sink().count() == 2 * MANY);

        List<PartitionPosition> positions = session.positions().get(30, TimeUnit.SECONDS);
        Await.until("lag 0", SOON, () -> session.status().lag().equals(OptionalLong.of(0)));
        for (int look = 0; look < 3; look++) {
            session.positions().get(30, TimeUnit.SECONDS);
            assertThat(session.status().lag()).hasValue(0);
        }
        assertThat(positions).hasSize(MANY).allMatch(each -> each.beginOffset() == 0 && each.endOffset() == 2);
    }

    @Test
    void it_is_known_of_every_partition_while_nothing_is_fetched() throws Exception {
        String topic = broker.newTopic(3);
        broker.sendMany(topic, 3, 30);
        ConsumeSession session = rig.start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        Await.until("all is read", SOON, () -> rig.sink().count() == 30);
        session.pause();
        Map<PartitionId, Long> back = new HashMap<>();
        IntStream.range(0, 3).forEach(partition -> back.put(new PartitionId(topic, partition), 4L));
        session.seek(back).get(30, TimeUnit.SECONDS);

        Await.until("lag 18", SOON, () -> session.status().lag().equals(OptionalLong.of(18)));
        broker.sendMany(topic, 3, 3);
        Await.until("lag 21", SOON, () -> session.status().lag().equals(OptionalLong.of(21)));
        session.resume();
        Await.until("lag 0", SOON, () -> session.status().lag().equals(OptionalLong.of(0)));
    }
}
