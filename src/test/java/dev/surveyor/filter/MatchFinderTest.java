package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchFinderTest {

    private static final FilterContext CONTEXT = new FilterContext(FilterFixtures.CLOCK, record -> false);

    /** Each hit as its place and its text, that which matched in brackets. */
    private static String hits(String filter, String record) {
        ConsumedRecord found = Objects.requireNonNull(FilterFixtures.records().get(record), record);
        return MatchFinder.of(filter, CONTEXT).hits(found).stream()
                .map(hit -> hit.place() + "=" + hit.before() + "[" + hit.matched() + "]" + hit.after())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '\u0000',
            value = {
                "value.status=paid && value.total>=100 ^ a ^ value.status=[paid] value.total=[120.50]",
                "value.status:AI ^ a ^ value.status=p[ai]d",
                "value.items[1].sku=B-2 ^ a ^ value.items[1].sku=[B-2]",
                "value.a ^ a ^ value.a=[{…}]",
                "key:42 ^ a ^ key=cust-[42]",
                "key=cust-42 ^ a ^ key=[cust-42]",
                "key:null ^ e ^ key=[∅ null]",
                "value:null ^ c ^ value=[∅ null]",
                "key:empty ^ d ^ key=[empty]",
                "header.source ^ a ^ header source=[Web-Shop]",
                "header.source:shop ^ a ^ header source=Web-[Shop]",
                "header.\"x y\"=z ^ a ^ header x y=[z]",
                "web-shop ^ a ^ header source=[Web-Shop]",
                "ce.id ^ a ^ header=[ce.id]",
                "/cust-\\d/ ^ a ^ key=[cust-4]2",
                "äpfel ^ d ^ value=[Äpfel] und Birnen,…",
                "p:0 && offset:100 && paid ^ a ^ value=…2,\"status\":\"[paid]\",\"total\":12…",
                "value.status=OPEN || value.status=paid ^ a ^ value.status=[paid]",
                "!value.status=OPEN && paid && paid ^ a ^ value=…2,\"status\":\"[paid]\",\"total\":12…",
            })
    void names_the_place_and_what_stands_there(String filter, String record, String expected) {
        assertThat(hits(filter, record)).isEqualTo(expected);
    }

    @Test
    void numbers_negations_and_what_is_no_filter_have_no_place() {
        assertThat(hits("p:0", "a")).isEmpty();
        assertThat(hits("!key:zzz", "a")).isEmpty();
        assertThat(hits("", "a")).isEmpty();
        assertThat(hits("value.a>=", "a")).isEmpty();
        assertThat(hits("/a+$/", "a")).doesNotContain("null");
    }
}
