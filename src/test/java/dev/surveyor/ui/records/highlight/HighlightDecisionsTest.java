package dev.surveyor.ui.records.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.RecordFilter;
import dev.surveyor.filter.Verdict;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.DirectUiExecutor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that fail when they are asked. */
class HighlightDecisionsTest {

    private static final RecordFilter BROKEN = record -> {
        throw new IllegalStateException("odd rule");
    };
    private static final RecordFilter ALL = record -> Verdict.MATCH;

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<String> failures = new ArrayList<>();
    private final HighlightDecisions decisions = new HighlightDecisions(
            background::add,
            new DirectUiExecutor(),
            () -> 0,
            () -> {},
            thrown -> failures.add(String.valueOf(thrown.getMessage())));

    @Test
    void a_rule_that_fails_does_not_match_and_says_so_and_the_next_is_asked() {
        decisions.use(List.of(test(BROKEN, HighlightColour.RED), test(ALL, HighlightColour.TEAL)));
        assertThat(decisions.of(Samples.plain(0, 1))).isEqualTo(HighlightColour.TEAL);
        assertThat(failures).containsExactly("odd rule");
    }

    @Test
    void a_large_record_on_which_a_rule_fails_does_not_keep_the_others_waiting() {
        decisions.use(List.of(
                test(record -> record.offset() == 1 ? BROKEN.test(record) : Verdict.MATCH, HighlightColour.RED)));
        ConsumedRecord bad = large(1);
        ConsumedRecord good = large(2);
        ConsumedRecord later = large(3);
        assertThat(decisions.of(bad)).isNull();
        assertThat(decisions.of(good)).isNull();
        background.remove().run();
        assertThat(decisions.of(later)).isNull();
        while (!background.isEmpty()) {
            background.remove().run();
        }
        assertThat(decisions.of(bad)).isNull();
        assertThat(decisions.of(good)).isEqualTo(HighlightColour.RED);
        assertThat(decisions.of(later)).isEqualTo(HighlightColour.RED);
        assertThat(failures).containsExactly("odd rule");
    }

    private static HighlightDecisions.Test test(RecordFilter filter, HighlightColour colour) {
        return new HighlightDecisions.Test(filter, colour);
    }

    private static ConsumedRecord large(long offset) {
        ConsumedRecord plain = Samples.plain(0, offset);
        return ConsumedRecord.at(plain.partition(), offset)
                .value(new byte[HighlightDecisions.MOST_BYTES_AT_ONCE + 1])
                .build();
    }
}
