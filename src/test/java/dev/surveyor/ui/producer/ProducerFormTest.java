package dev.surveyor.ui.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.service.consume.FakeClusterReader;
import dev.surveyor.service.produce.FormText;
import dev.surveyor.service.produce.Presence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is typed into the form, and what of it is sent. */
class ProducerFormTest {

    private final ProducerRig rig = new ProducerRig();
    private final FakeProducers producers = rig.producers;

    @Test
    void null_and_empty_and_text_and_binary_headers_are_sent_as_they_are() {
        ProducerViewModel model = rig.filled();
        model.form().key().presenceProperty().set(Presence.NULL);
        model.form().value().presenceProperty().set(Presence.EMPTY);
        HeaderList headers = model.form().headers();
        headers.paste("source=checkout\nnote=\nsource=web-2");
        HeaderRow debug = headers.add();
        debug.keyProperty().set("debug");
        debug.value().presenceProperty().set(Presence.NULL);
        HeaderRow sig = headers.add();
        sig.keyProperty().set("sig");
        sig.value().set(ValueType.HEX, Presence.VALUE, "DE AD BE EF");
        assertThat(headers.occurrence(headers.rows().get(2))).isEqualTo(2);
        model.send();
        OutgoingRecord record = producers.last().records.get(0);
        assertThat(record.key()).isNull();
        assertThat(record.value()).isEmpty();
        assertThat(record.headers())
                .containsExactly(
                        RecordHeader.text("source", "checkout"),
                        new RecordHeader("note", new byte[0]),
                        RecordHeader.text("source", "web-2"),
                        nullHeader("debug"),
                        new RecordHeader("sig", new byte[] {(byte) 0xDE, (byte) 0xAD, (byte) 0xBE, (byte) 0xEF}));
    }

    @Test
    void partitions_that_are_added_to_the_topic_are_offered_and_change_the_prediction() {
        ProducerViewModel model = rig.filled();
        ((FakeClusterReader) rig.session.cluster()).topics.put("orders", 8);
        rig.clock.forward(Duration.ofSeconds(6));
        rig.pulse.tick();
        byte[] key = "cust-24".getBytes(StandardCharsets.UTF_8);
        assertThat(model.form().target().partitionsProperty().get()).isEqualTo(8);
        assertThat(model.predictedProperty().get()).isEqualTo(producers.partitionForKey(key, 8));
    }

    @Test
    void the_predicted_partition_follows_the_key() {
        ProducerViewModel model = rig.filled();
        byte[] key = "cust-24".getBytes(StandardCharsets.UTF_8);
        assertThat(model.predictedProperty().get()).isEqualTo(producers.partitionForKey(key, 6));
        model.form().key().presenceProperty().set(Presence.NULL);
        assertThat(model.predictedProperty().get()).isEqualTo(-1);
    }

    @Test
    void bad_json_blocks_the_send_until_it_is_to_go_as_text() {
        ProducerViewModel model = rig.filled();
        model.form().value().textProperty().set("{\"id\": }");
        assertThat(model.sendReasonProperty().get()).startsWith("Value: line 1, col");
        model.send();
        assertThat(producers.sessions).isEmpty();
        model.form().value().asTextProperty().set(true);
        model.send();
        assertThat(producers.last().records.get(0).value()).isEqualTo("{\"id\": }".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void changing_the_type_keeps_the_text() {
        ProducerViewModel model = rig.filled();
        model.form().key().typeProperty().set(ValueType.INT32);
        assertThat(model.form().key().textProperty().get()).isEqualTo("cust-24");
        assertThat(model.sendReasonProperty().get()).startsWith("Key: ");
    }

    @Test
    void variables_are_filled_in_each_record_and_unknown_ones_block() {
        ProducerViewModel model = rig.filled();
        model.form().value().textProperty().set("{\"id\": {{seq}}, \"at\": \"{{now}}\"}");
        model.burst().countProperty().set("3");
        model.send();
        rig.clock.forward(Duration.ofSeconds(1));
        rig.pulse.tick();
        assertThat(producers.last().records)
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8).substring(0, 9))
                .containsExactly("{\"id\": 1,", "{\"id\": 2,", "{\"id\": 3,");
        model.form().value().textProperty().set("{\"id\": \"{{nobody}}\"}");
        assertThat(model.sendReasonProperty().get()).contains("unknown variable {{nobody}}");
    }

    @Test
    void a_header_row_that_nobody_filled_in_is_not_sent() {
        ProducerViewModel model = rig.filled();
        model.form().headers().add();
        model.form().headers().paste("trace=1");
        assertThat(model.form().headers().sent()).isEqualTo(1);
        assertThat(model.form().headers().note()).isEqualTo("1 empty row is not sent");
        model.send();
        rig.pulse.tick();
        assertThat(producers.last().records.get(0).headers()).hasToString("[trace=\"1\"]");
    }

    @Test
    void a_header_with_a_value_and_an_empty_key_is_sent_and_pointed_out() {
        ProducerViewModel model = rig.filled();
        model.form().headers().add().value().textProperty().set("1");
        assertThat(model.form().headers().note()).isEqualTo("Header 1 is sent with an empty key");
        model.send();
        rig.pulse.tick();
        assertThat(producers.last().records.get(0).headers()).containsExactly(RecordHeader.text("", "1"));
    }

    @Test
    void an_empty_header_that_was_read_is_sent_again() {
        ProducerViewModel model = rig.filled();
        model.form().fill(null, null, List.of(RecordHeader.text("", "")));
        assertThat(model.form().headers().sent()).isEqualTo(1);
    }

    @Test
    void a_fixed_time_is_read_in_the_zone_that_is_chosen_now() {
        ProducerViewModel model = rig.filled();
        model.form().target().fixedTimeProperty().set(true);
        model.form().target().timeProperty().set("2026-11-22 10:00");
        assertThat(model.form().target().timestamp()).isEqualTo("2026-11-22T09:00:00Z");
        rig.zone.set(ZoneOffset.UTC);
        assertThat(model.form().target().timestamp()).isEqualTo("2026-11-22T10:00:00Z");
    }

    @Test
    void the_form_comes_back_after_a_restart() {
        ProducerViewModel before = rig.filled();
        before.form().headers().paste("a=1\tx\nb=");
        before.form().value().textProperty().set("{\n\t\"a\": \"\\\\n\"}");
        before.form().opaqueProperty().set("burst-7");
        before.close();
        ProducerViewModel after = rig.model();
        assertThat(FormText.write(after.form().content()))
                .isEqualTo(FormText.write(before.form().content()));
        assertThat(after.form().value().textProperty().get()).isEqualTo("{\n\t\"a\": \"\\\\n\"}");
    }

    @Test
    void a_record_is_filled_in_byte_for_byte() {
        byte[] binary = {0, (byte) 0xff, 13, 10};
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("orders", 1), 5)
                .key(binary)
                .value("line\r\n".getBytes(StandardCharsets.UTF_8))
                .headers(List.of(RecordHeader.text("t", "{{seq}}"), nullHeader("n")))
                .build();
        ProducerViewModel model = rig.model();
        model.fill(record);
        model.send();
        OutgoingRecord sent = producers.last().records.get(0);
        assertThat(sent.key()).isEqualTo(record.key());
        assertThat(sent.value()).isEqualTo(record.value());
        assertThat(sent.headers()).isEqualTo(record.headers());
    }

    // The checker does not see from the class file that the value of a header may be null.
    @SuppressWarnings("NullAway")
    private static RecordHeader nullHeader(String key) {
        return new RecordHeader(key, null);
    }
}
