package dev.surveyor.ui.records.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.records.TableRig;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.rows.TableListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightRulesTest {

    private final TableRig rig = new TableRig(true);
    private RecordTableViewModel model = open("orders");
    private final ConsumedRecord paid = record("cust-1", "paid");
    private final ConsumedRecord open = record("cust-2", "open");

    private RecordTableViewModel open(String topic) {
        return rig.open(Subscription.to(topic));
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
    void tables_of_one_topic_share_their_rules_at_once() {
        RecordTableViewModel other = open("orders");
        RecordTableViewModel payments = open("payments");
        rules().add("value:paid", HighlightColour.RED);
        assertThat(other.highlights().of(paid)).isEqualTo(HighlightColour.RED);
        assertThat(payments.highlights().rules()).isEmpty();

        List<String> drawn = new ArrayList<>();
        model.feed().listen(new TableListener() {
            @Override
            public void rowsChanged(boolean reset) {}

            @Override
            public void reveal(LogEntry row) {}

            @Override
            public void marksChanged() {
                drawn.add("drawn");
            }
        });
        Runnable undo = other.highlights().prefer("key:cust", HighlightColour.TEAL);
        assertThat(rules().of(paid)).isEqualTo(HighlightColour.TEAL);
        assertThat(drawn).containsExactly("drawn");
        undo.run();
        assertThat(rules().of(paid)).isEqualTo(HighlightColour.RED);
    }

    @Test
    void a_closed_table_hears_of_no_change_and_its_rules_stay() {
        RecordTableViewModel other = open("orders");
        rules().add("value:paid", HighlightColour.RED);
        model.close();
        other.highlights().add("value:open", HighlightColour.TEAL);
        assertThat(model.highlights().of(open)).isNull();
        assertThat(other.highlights().of(open)).isEqualTo(HighlightColour.TEAL);
        assertThat(other.highlights().of(paid)).isEqualTo(HighlightColour.RED);
    }

    @Test
    void rules_are_kept_for_their_topic() {
        rules().add("key=\"a&b=c\"", HighlightColour.PINK);
        rules().replace(0, rules().rules().get(0).withOn(false));
        List<HighlightRule> before = List.copyOf(rules().rules());
        KeptRules afterRestart = new KeptRules(rig.settings);
        assertThat(afterRestart.of("payments")).isEmpty();
        assertThat(afterRestart.of("orders")).isEqualTo(before);
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
    void taking_a_preferred_rule_back_leaves_what_was_changed_meanwhile() {
        rules().add("p:0", HighlightColour.RED);
        rules().add("key:cust", HighlightColour.PINK);
        Runnable undo = rules().prefer("key:cust", HighlightColour.TEAL);
        rules().add("p:1", HighlightColour.GREEN);
        undo.run();
        assertThat(rules().rules())
                .containsExactly(
                        new HighlightRule("p:0", HighlightColour.RED, true),
                        new HighlightRule("key:cust", HighlightColour.PINK, true),
                        new HighlightRule("p:1", HighlightColour.GREEN, true));
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
        assertThat(rig.background).hasSize(1);
        rig.background.remove().run();
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
