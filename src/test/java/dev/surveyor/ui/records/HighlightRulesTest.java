package dev.surveyor.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualPulse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class HighlightRulesTest {

    private final FakeSettings settings = new FakeSettings();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private RecordTableViewModel model = open("orders");
    private final ConsumedRecord paid = record("cust-1", "paid");
    private final ConsumedRecord open = record("cust-2", "open");

    private RecordTableViewModel open(String topic) {
        RecordTools tools = new RecordTools(
                settings,
                new FakeDialogs(),
                new FakeClipboards(),
                new DirectUiExecutor(),
                new ManualPulse(),
                background::add,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                new SimpleObjectProperty<>(ZoneOffset.UTC),
                new SimpleObjectProperty<>(26.0));
        return new RecordTableViewModel(
                Subscription.to(topic), new FakeCluster(), tools, new BufferLimits(100, 1_000_000));
    }

    @Test
    void the_first_rule_that_matches_wins() {
        rules().add("key:cust", HighlightColour.TEAL);
        rules().add("value:paid", HighlightColour.RED);
        assertThat(rules().of(paid)).isEqualTo(HighlightColour.TEAL);
        rules().move(1, -1);
        assertThat(rules().of(paid)).isEqualTo(HighlightColour.RED);
        assertThat(rules().of(open)).isEqualTo(HighlightColour.TEAL);
    }

    @Test
    void a_rule_that_is_off_is_not_asked() {
        rules().add("value:paid", HighlightColour.RED);
        rules().replace(0, rules().rules().get(0).withOn(false));
        assertThat(rules().of(paid)).isNull();
    }

    @Test
    void what_is_no_filter_does_not_become_a_rule_and_says_where() {
        assertThat(rules().add("key:a ||", HighlightColour.RED)).isFalse();
        assertThat(rules().problem("key:a ||")).startsWith("col 9: expected");
        rules().add("value:paid", HighlightColour.RED);
        rules().replace(0, new HighlightRule("size>", HighlightColour.RED, true));
        assertThat(rules().rules()).containsExactly(new HighlightRule("value:paid", HighlightColour.RED, true));
    }

    @Test
    void rules_are_kept_for_their_topic() {
        rules().add("key=\"a&b=c\"", HighlightColour.PINK);
        rules().replace(0, rules().rules().get(0).withOn(false));
        List<HighlightRule> before = List.copyOf(rules().rules());
        assertThat(open("payments").highlights().rules()).isEmpty();
        assertThat(open("orders").highlights().rules()).isEqualTo(before);
    }

    @Test
    void a_deleted_rule_comes_back_to_its_place() {
        rules().add("p:0", HighlightColour.RED);
        rules().add("p:1", HighlightColour.TEAL);
        Runnable undo = rules().delete(0);
        assertThat(rules().rules()).hasSize(1);
        undo.run();
        assertThat(rules().rules()).extracting(HighlightRule::filter).containsExactly("p:0", "p:1");
    }

    @Test
    void marking_a_record_asks_the_rules_again() {
        rules().add("is:marked", HighlightColour.AMBER);
        assertThat(rules().of(paid)).isNull();
        model.toggleMark(List.of(paid));
        assertThat(rules().of(paid)).isEqualTo(HighlightColour.AMBER);
    }

    @Test
    void a_large_record_is_decided_in_the_background() {
        ConsumedRecord large = record("cust-3", "x".repeat(HighlightDecisions.MOST_BYTES_AT_ONCE) + "paid");
        rules().add("value:paid", HighlightColour.RED);
        assertThat(rules().of(large)).isNull();
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(rules().of(large)).isEqualTo(HighlightColour.RED);
    }

    private HighlightRules rules() {
        return model.highlights();
    }

    private static ConsumedRecord record(String key, String value) {
        return ConsumedRecord.at(new PartitionId("orders", 0), 0)
                .key(Samples.bytes(key))
                .value(Samples.bytes(value))
                .build();
    }
}
