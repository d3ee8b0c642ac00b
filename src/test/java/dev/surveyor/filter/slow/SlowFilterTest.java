package dev.surveyor.filter.slow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.FakeTransactions;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.filter.Transactions;
import dev.surveyor.filter.Verdict;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowFilterTest {

    /** For each seed; {@code -Dfilters=1500} tries more. */
    private static final int FILTERS = Integer.getInteger("filters", 400);

    private final FilterLanguage language = new FilterLanguage(
            new FilterContext(Clock.systemUTC(), record -> false, transactions(), RecordReader.withoutSchemas()));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_fast_filter_says_what_the_slow_one_says(long seed) {
        RandomFilters random = new RandomFilters(seed);
        List<ConsumedRecord> records = Stream.generate(random::record).limit(60).toList();
        for (int i = 0; i < FILTERS; i++) {
            String text = random.filter(0);
            FilterResult compiled = language.compile(text);
            assertThat(compiled).as(text).isInstanceOf(FilterResult.Compiled.class);
            SlowFilter.Slow slow = SlowFilter.of(text);
            for (ConsumedRecord record : records) {
                Boolean wanted = slow.test(record);
                assertThat(((FilterResult.Compiled) compiled).filter().test(record))
                        .as("%s on %s = %s", text, text(record.key()), text(record.value()))
                        .isEqualTo(wanted == null ? Verdict.UNDECIDED : Verdict.of(wanted));
            }
        }
    }

    private static Transactions transactions() {
        Map<Long, String> states = new HashMap<>();
        for (long offset = 0; offset < 100; offset++) {
            String state = SlowFilter.transactionOf(offset);
            if (state != null) {
                states.put(offset, state);
            }
        }
        return new FakeTransactions(states);
    }

    private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
}
