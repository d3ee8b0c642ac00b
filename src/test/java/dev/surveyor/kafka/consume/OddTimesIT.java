package dev.surveyor.kafka.consume;

import static dev.surveyor.kafka.consume.ConsumerRig.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RawRecord;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.domain.time.TimeReader;
import dev.surveyor.domain.time.Times;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import dev.surveyor.testing.TestKafka;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records whose timestamps other clients made up: a broker keeps any number. */
@ExtendWith(SandboxBroker.class)
class OddTimesIT {

    private static final Times BERLIN = new Times(ZoneId.of("Europe/Berlin"));

    private final TestBroker broker;
    private final String topic = TestKafka.uniqueName("odd-times");

    @AutoClose
    private final ConsumerRig rig;

    OddTimesIT(TestBroker broker) {
        this.broker = broker;
        rig = new ConsumerRig(broker);
    }

    @BeforeEach
    void send() {
        broker.createTopic(
                topic,
                1,
                Map.of(
                        TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
                        Long.toString(Long.MAX_VALUE),
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1"));
        for (long millis : new long[] {RawRecord.NO_TIMESTAMP, 5, 1_780_000_000_000_000L}) {
            broker.send(new AnyTime(topic, millis));
        }
    }

    @Test
    void each_is_shown_as_it_is() {
        rig.start(ConsumeRequest.standalone(topic, new StartPosition.Beginning()));
        rig.awaitRecords(3);
        assertThat(rig.sink().records().stream().map(BERLIN::full))
                .containsExactly("no timestamp", "1970-01-01 01:00:00.005 UTC+1", "58375-12-15 21:26:40.000 UTC+1");
    }

    @Test
    void what_is_shown_can_be_typed_where_to_start() {
        ConsumedRecord micros = ConsumedRecord.at(new PartitionId(topic, 0), 2)
                .timestamp(1_780_000_000_000_000L, TimestampType.CREATE_TIME)
                .build();
        Instant typed = new TimeReader(BERLIN.zone(), Instant.EPOCH)
                .moment(BERLIN.full(micros))
                .orElseThrow();
        rig.start(ConsumeRequest.standalone(topic, new StartPosition.AtTime(typed)));
        rig.awaitRecords(1);
        assertThat(rig.sink().values()).isEqualTo(List.of("at 1780000000000000"));
    }

    @Test
    void a_time_before_1970_passes_over_no_record() {
        rig.start(ConsumeRequest.standalone(topic, new StartPosition.AtTime(Instant.ofEpochMilli(-10))));
        rig.awaitRecords(3);
    }

    /** The Java client refuses to make a record without a timestamp; others send them. */
    private static final class AnyTime extends ProducerRecord<byte[], byte[]> {
        private final long millis;

        AnyTime(String topic, long millis) {
            super(topic, 0, 0L, null, bytes("at " + millis));
            this.millis = millis;
        }

        @Override
        public Long timestamp() {
            return millis;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(millis);
        }
    }
}
