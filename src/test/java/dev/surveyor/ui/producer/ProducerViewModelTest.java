package dev.surveyor.ui.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.produce.ProducerSettings.Compression;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.service.connection.FakeSession;
import dev.surveyor.service.consume.FakeClusterReader;
import dev.surveyor.service.produce.ProduceSession.Counts;
import dev.surveyor.service.produce.ProduceSession.ReportRoute;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualClock;
import dev.surveyor.ui.testing.ManualPulse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ProducerViewModelTest {

    private final ManualClock clock = new ManualClock("2026-11-22T09:02:14Z");
    private final ManualPulse pulse = new ManualPulse();
    private final FakeSettings settings = new FakeSettings();
    private final SimpleObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneId.of("Europe/Berlin"));
    private final FakeDialogs dialogs = new FakeDialogs();
    private final List<PartitionOffset> shown = new ArrayList<>();
    private final FakeProducers producers = new FakeProducers();
    private FakeSession session = producers.session(Environment.SANDBOX);

    @Test
    void a_send_moves_from_queued_to_acknowledged_in_place() {
        ProducerViewModel model = filled();
        model.send();
        pulse.tick();
        DeliveryRow row = model.deliveries().shown().get(0);
        assertThat(row.state()).isEqualTo(DeliveryRow.State.QUEUED);
        producers.last().inFlight(0);
        producers.last().acknowledge(0, 3, Duration.ofNanos(3_900_000));
        pulse.tick();
        assertThat(row.state()).isEqualTo(DeliveryRow.State.ACKED);
        assertThat(row.result()).isEqualTo("orders[3]@48209");
        assertThat(model.deliveries().latencyProperty().get()).isEqualTo("p50 3.9 ms \u00b7 p99 3.9 ms");
        model.open(row);
        assertThat(shown).containsExactly(PartitionOffset.of(new PartitionId("orders", 3), 48_209));
    }

    @Test
    void acks_0_says_that_the_offset_is_not_known() {
        ProducerViewModel model = filled();
        model.form().options().setIdempotence(false);
        model.form().options().chooseAcks(Acks.NONE);
        model.send();
        producers.last().acknowledge(0, 3, Duration.ZERO);
        pulse.tick();
        assertThat(model.deliveries().shown().get(0).result())
                .isEqualTo("orders[3]@unset  sent, no answer asked for: offset unknown (acks=0)");
        assertThat(model.deliveries().shown().get(0).state()).isEqualTo(DeliveryRow.State.UNANSWERED);
        assertThat(model.countsProperty().get()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));
        assertThat(model.deliveries().latencyProperty().get()).isEmpty();
        assertThat(model.deliveries().shown().get(0).shownPlace()).isNull();
    }

    @Test
    void what_the_connection_says_of_sending_is_kept_and_said() {
        SendOptions options = new SendOptions(Map.of("acks", "1", "linger.ms", "20", "batch.size", "65536"));

        assertThat(options.settings())
                .isEqualTo(new ProducerSettings(
                        Acks.LEADER, Compression.NONE, false, Duration.ofMillis(20), 65_536, Duration.ofSeconds(30)));
        assertThat(options.originProperty().get())
                .isEqualTo("From the connection: acks=1, linger.ms=20, batch.size=65536");
        assertThat(options.overriddenProperty().get()).isFalse();
    }

    @Test
    void what_is_chosen_against_the_connection_is_said_and_can_be_taken_back() {
        SendOptions options = new SendOptions(Map.of("acks", "1", "linger.ms", "20"));
        options.setIdempotence(true);
        assertThat(options.originProperty().get()).isEqualTo("The connection says acks=1; this form overrides it");
        assertThat(options.overriddenProperty().get()).isTrue();

        options.useConnection();
        assertThat(options.settings()).isEqualTo(options.given());
        assertThat(options.overriddenProperty().get()).isFalse();
    }

    @Test
    void a_form_without_a_choice_follows_the_connection_also_when_that_changes() {
        Target target = filled().form().target();
        Form before = new Form(target, Map.of("acks", "1"));
        before.options().compressionProperty().set(Compression.LZ4);
        String kept = FormText.write(before);
        Form later = new Form(target, Map.of("acks", "0", "linger.ms", "7"));
        FormText.read(kept, later);

        assertThat(later.options().settings().acks()).isEqualTo(Acks.NONE);
        assertThat(later.options().settings().linger()).isEqualTo(Duration.ofMillis(7));
        assertThat(later.options().settings().compression()).isEqualTo(Compression.LZ4);
    }

    @Test
    void acks_that_idempotence_forbids_are_refused_with_the_way_out() {
        SendOptions options = filled().form().options();
        options.chooseAcks(Acks.LEADER);
        assertThat(options.acksProperty().get()).isEqualTo(Acks.ALL);
        assertThat(options.refusalProperty().get()).isEqualTo("acks=1 needs idempotence off");
        options.turnIdempotenceOff();
        assertThat(options.acksProperty().get()).isEqualTo(Acks.LEADER);
        assertThat(options.settings().idempotence()).isFalse();
    }

    @Test
    void null_and_empty_and_text_and_binary_headers_are_sent_as_they_are() {
        ProducerViewModel model = filled();
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
        ProducerViewModel model = filled();
        ((FakeClusterReader) session.cluster()).topics.put("orders", 8);
        clock.forward(Duration.ofSeconds(6));
        pulse.tick();
        byte[] key = "cust-24".getBytes(StandardCharsets.UTF_8);
        assertThat(model.form().target().partitionsProperty().get()).isEqualTo(8);
        assertThat(model.predictedProperty().get()).isEqualTo(producers.partitionForKey(key, 8));
    }

    @Test
    void the_predicted_partition_follows_the_key() {
        ProducerViewModel model = filled();
        byte[] key = "cust-24".getBytes(StandardCharsets.UTF_8);
        assertThat(model.predictedProperty().get()).isEqualTo(producers.partitionForKey(key, 6));
        model.form().key().presenceProperty().set(Presence.NULL);
        assertThat(model.predictedProperty().get()).isEqualTo(-1);
    }

    @Test
    void bad_json_blocks_the_send_until_it_is_to_go_as_text() {
        ProducerViewModel model = filled();
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
        ProducerViewModel model = filled();
        model.form().key().typeProperty().set(ValueType.INT32);
        assertThat(model.form().key().textProperty().get()).isEqualTo("cust-24");
        assertThat(model.sendReasonProperty().get()).startsWith("Key: ");
    }

    @Test
    void variables_are_filled_in_each_record_and_unknown_ones_block() {
        ProducerViewModel model = filled();
        model.form().value().textProperty().set("{\"id\": {{seq}}, \"at\": \"{{now}}\"}");
        model.burst().countProperty().set("3");
        model.send();
        clock.forward(Duration.ofSeconds(1));
        pulse.tick();
        assertThat(producers.last().records)
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8).substring(0, 9))
                .containsExactly("{\"id\": 1,", "{\"id\": 2,", "{\"id\": 3,");
        model.form().value().textProperty().set("{\"id\": \"{{nobody}}\"}");
        assertThat(model.sendReasonProperty().get()).contains("unknown variable {{nobody}}");
    }

    @Test
    void a_burst_keeps_its_pace_can_be_stopped_and_its_counts_add_up() {
        ProducerViewModel model = filled();
        model.burst().countProperty().set("1 000");
        assertThat(model.sendTextProperty().get()).isEqualTo("Send 1\u00a0000");
        model.send();
        pulse.tick();
        clock.forward(Duration.ofMillis(500));
        pulse.tick();
        assertThat(model.burst().left()).isEqualTo(899);
        model.burst().stop();
        clock.forward(Duration.ofSeconds(5));
        producers.last().acknowledge(0, 3, Duration.ofMillis(1));
        producers.last().fail(1, "Not sent.");
        producers.last().inFlight(2);
        pulse.tick();
        assertThat(model.countsProperty().get()).isEqualTo(new Counts(101, 98, 1, 1, 0, 1));
    }

    @Test
    void counts_go_on_over_a_change_of_settings() {
        ProducerViewModel model = filled();
        model.send();
        producers.last().acknowledge(0, 3, Duration.ofMillis(1));
        model.form().options().lingerProperty().set("20");
        model.send();
        pulse.tick();
        assertThat(producers.sessions).hasSize(2);
        assertThat(producers.sessions.get(0).closed).isTrue();
        assertThat(model.countsProperty().get()).isEqualTo(new Counts(2, 1, 0, 1, 0, 0));
    }

    @Test
    void a_flush_that_times_out_lists_what_is_left() {
        ProducerViewModel model = filled();
        model.send();
        model.send();
        producers.last().acknowledge(0, 3, Duration.ofMillis(1));
        pulse.tick();
        model.flush().start();
        clock.forward(Duration.ofMillis(3_200));
        pulse.tick();
        assertThat(model.flush().headlineProperty().get()).isEqualTo("Flush: waiting for 1 of 2");
        assertThat(model.flush().moreProperty().get()).startsWith("3.2 s of 5 s");
        producers.last().flushes.get(0).complete(List.of());
        assertThat(model.flush().stateProperty().get()).isEqualTo(Flush.State.TIMED_OUT);
        assertThat(model.deliveries().shown()).extracting(DeliveryRow::number).containsExactly(2L);
    }

    @Test
    void after_its_time_the_flush_goes_on_counting_what_is_confirmed_later() {
        ProducerViewModel model = filled();
        for (int i = 0; i < 3; i++) {
            model.send();
        }
        model.flush().start();
        producers.last().flushes.get(0).complete(List.of());
        assertThat(model.flush().headlineProperty().get()).isEqualTo("Flush timed out: 3 records not yet confirmed.");

        producers.last().acknowledge(0, 3, Duration.ofMillis(1));
        model.send();
        pulse.tick();
        assertThat(model.flush().headlineProperty().get())
                .isEqualTo("Flush timed out: 2 of 3 records not yet confirmed.");

        producers.last().acknowledge(1, 3, Duration.ofMillis(1));
        producers.last().fail(2, "no answer");
        clock.forward(Duration.ofSeconds(12));
        pulse.tick();
        assertThat(model.flush().stateProperty().get()).isEqualTo(Flush.State.DONE);
        assertThat(model.flush().headlineProperty().get()).isEqualTo("Flush: everything has its report now.");
        assertThat(model.flush().moreProperty().get()).isEqualTo("The last came within 12.0 s.");
    }

    @Test
    void stop_waiting_cancels_the_flush_and_nothing_else() {
        ProducerViewModel model = filled();
        model.send();
        model.flush().start();
        model.flush().stop();
        assertThat(producers.last().flushes.get(0)).isCancelled();
        assertThat(model.flush().stateProperty().get()).isEqualTo(Flush.State.STOPPED);
    }

    @Test
    void reports_to_the_shared_stream_do_not_come_to_the_list() {
        ProducerViewModel model = filled();
        model.routeProperty().set(ReportRoute.EVENT_STREAM);
        model.send();
        pulse.tick();
        assertThat(producers.last().routes).containsExactly(ReportRoute.EVENT_STREAM);
        assertThat(model.deliveries().shown()).isEmpty();
        assertThat(model.countsProperty().get().sent()).isEqualTo(1);
    }

    @Test
    void sends_in_the_list_and_sends_to_the_shared_stream_add_up() {
        ProducerViewModel model = filled();
        model.send();
        model.routeProperty().set(ReportRoute.EVENT_STREAM);
        model.send();
        model.send();
        pulse.tick();
        producers.last().acknowledge(0, 3, Duration.ofMillis(1));
        producers.last().acknowledge(1, 3, Duration.ofMillis(1));
        producers.last().fail(2, "Not sent.");
        pulse.tick();
        Counts counts = model.countsProperty().get();
        assertThat(counts.acknowledged() + counts.failed()).isEqualTo(counts.sent());
        assertThat(model.deliveries().shown().size()
                        + model.deliveries().streamedProperty().get())
                .isEqualTo(counts.sent())
                .isEqualTo(3);
    }

    @Test
    void a_header_row_that_nobody_filled_in_is_not_sent() {
        ProducerViewModel model = filled();
        model.form().headers().add();
        model.form().headers().paste("trace=1");
        assertThat(model.form().headers().sent()).isEqualTo(1);
        assertThat(model.form().headers().note()).isEqualTo("1 empty row is not sent");
        model.send();
        pulse.tick();
        assertThat(producers.last().records.get(0).headers()).hasToString("[trace=\"1\"]");
    }

    @Test
    void a_header_with_a_value_and_an_empty_key_is_sent_and_pointed_out() {
        ProducerViewModel model = filled();
        model.form().headers().add().value().textProperty().set("1");
        assertThat(model.form().headers().note()).isEqualTo("Header 1 is sent with an empty key");
        model.send();
        pulse.tick();
        assertThat(producers.last().records.get(0).headers()).containsExactly(RecordHeader.text("", "1"));
    }

    @Test
    void an_empty_header_that_was_read_is_sent_again() {
        ProducerViewModel model = filled();
        model.form().fill(null, null, List.of(RecordHeader.text("", "")));
        assertThat(model.form().headers().sent()).isEqualTo(1);
    }

    @Test
    void a_fixed_time_is_read_in_the_zone_that_is_chosen_now() {
        ProducerViewModel model = filled();
        model.form().target().fixedTimeProperty().set(true);
        model.form().target().timeProperty().set("2026-11-22 10:00");
        assertThat(model.form().target().timestamp()).isEqualTo("2026-11-22T09:00:00Z");
        zone.set(ZoneOffset.UTC);
        assertThat(model.form().target().timestamp()).isEqualTo("2026-11-22T10:00:00Z");
    }

    @Test
    void the_form_comes_back_after_a_restart() {
        ProducerViewModel before = filled();
        before.form().headers().paste("a=1\tx\nb=");
        before.form().value().textProperty().set("{\n\t\"a\": \"\\\\n\"}");
        before.form().opaqueProperty().set("burst-7");
        before.close();
        ProducerViewModel after = model();
        assertThat(FormText.write(after.form())).isEqualTo(FormText.write(before.form()));
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
        ProducerViewModel model = model();
        model.fill(record);
        model.send();
        OutgoingRecord sent = producers.last().records.get(0);
        assertThat(sent.key()).isEqualTo(record.key());
        assertThat(sent.value()).isEqualTo(record.value());
        assertThat(sent.headers()).isEqualTo(record.headers());
    }

    @Test
    void production_asks_first_and_names_what_will_happen() {
        session = producers.session(Environment.PRODUCTION);
        ProducerViewModel model = filled();
        model.send();
        assertThat(producers.sessions).isEmpty();
        assertThat(dialogs.asked()).hasSize(1);
        assertThat(dialogs.asked().get(0).toString()).contains("orders on sandbox");
    }

    @Test
    void each_click_sends_once_and_a_retry_sends_the_same_bytes() {
        ProducerViewModel model = filled();
        model.send();
        model.send();
        producers.last().fail(0, "Not sent.");
        pulse.tick();
        model.retry(model.deliveries().shown().get(1));
        List<OutgoingRecord> records = producers.last().records;
        assertThat(records).hasSize(3);
        assertThat(records.get(2)).isEqualTo(records.get(0));
    }

    @Test
    void the_list_is_capped_and_says_so() {
        ProducerViewModel model = filled();
        for (int i = 0; i < DeliveryList.CAPACITY + 5; i++) {
            model.send();
        }
        pulse.tick();
        model.send();
        pulse.tick();
        assertThat(model.deliveries().shown()).hasSize(DeliveryList.CAPACITY);
        assertThat(model.deliveries().evictedProperty().get()).isEqualTo(6);
        assertThat(model.deliveries().shown().get(0).number()).isEqualTo(DeliveryList.CAPACITY + 6L);
    }

    // The checker does not see from the class file that the value of a header may be null.
    @SuppressWarnings("NullAway")
    private static RecordHeader nullHeader(String key) {
        return new RecordHeader(key, null);
    }

    private ProducerViewModel filled() {
        ProducerViewModel model = model();
        model.form().key().set(ValueType.STRING, Presence.VALUE, "cust-24");
        model.form().value().set(ValueType.JSON, Presence.VALUE, "{\"id\": 1}");
        return model;
    }

    private ProducerViewModel model() {
        ProducerContext context = new ProducerContext(
                session,
                settings,
                dialogs,
                new FakeClipboards(),
                new DirectUiExecutor(),
                Runnable::run,
                pulse,
                clock,
                zone,
                shown::add,
                () -> {});
        return new ProducerViewModel(context, "orders");
    }
}
