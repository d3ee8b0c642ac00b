package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which records a filter finds, which it cannot decide, and what it says beforehand. */
class FilterLanguageTest {

    private final Map<String, ConsumedRecord> records = FilterFixtures.records();
    private final FilterLanguage language = new FilterLanguage(new FilterContext(
            FilterFixtures.CLOCK,
            record -> record.offset() == 200,
            new FakeTransactions(
                    Map.of(100L, "aborted", 200L, "open", 201L, "committed", 5L, "committed", 1L, "aborted")),
            RecordReader.withoutSchemas()));

    private FilterResult.Compiled compile(String text) {
        FilterResult result = language.compile(text);
        assertThat(result).as(text).isInstanceOf(FilterResult.Compiled.class);
        return (FilterResult.Compiled) result;
    }

    private String verdicts(String text, Verdict verdict) {
        RecordFilter filter = compile(text).filter();
        StringBuilder out = new StringBuilder();
        records.forEach((name, record) -> out.append(filter.test(record) == verdict ? name : ""));
        return out.toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\u0001',
            value = {
                // Nothing, texts, quotes, regular expressions.
                "  § abcdefgh",
                "cust § abcf",
                "CUST-7 § bc",
                "\"cust-7\" § bc",
                "\"CUST-7\" §",
                "'\"id\":42' § a",
                "\"\\\"status\\\":\\\"paid\\\"\" § a",
                "web-shop § a",
                "ce.id § a",
                "äpfel § d",
                "10:02 § d",
                "/cust-[0-9]{2}/ § a",
                "/CUST-\\d\\b/ § ",
                "/CUST-\\d$/i § bcf",
                "/^ä/i § d",
                "/web.shop/i § a",
                "/status.*(paid|OPEN)/ § ab",
                "key § ",
                "size § ",
                // Key and value.
                "key:cust § abcf",
                "key:CUST-4 § a",
                "key:\"CUST-4\" §",
                "key=cust-7 § bc",
                "key=\"cust-7\" § bc",
                "key = cust-7 § bc",
                "key=cust §",
                "key!=cust-7 § adfh",
                "key:null § eg",
                "key:empty § d",
                "key!=null § abcdfh",
                "key!=empty § abcefgh",
                "key:/^cust-\\d$/ § bcf",
                "key=/cust-\\d/ § bcf",
                "key>=cust-8 § fh",
                "value:null § cg",
                "value=null § cg",
                "value:\"null\" § a",
                "value:paid § a",
                "value:birnen § d",
                "value:/Birnen/ § d",
                // Fields of JSON.
                "value.id=42 § a",
                "value.id=42.0 § a",
                "value.id=\"42\" §",
                "value.id>=7 § abf",
                "value.id>7 § af",
                "value.id < 42 § bf",
                "value.id!=42 § bf",
                "value.id § abf",
                "value.status=paid § a",
                "value.status=PAID §",
                "value.status:PAI § a",
                "value.status:\"PAI\" §",
                "value.status=/pa.d/ § a",
                "value.status:/^p/ § a",
                "value.total>100 § a",
                "value.total<=80 § b",
                "value.total=120.5 § a",
                "value.big=123456789012345678901234567890 § a",
                "value.big=123456789012345678901234567891 §",
                "value.a.b.c=5 § a",
                "value.a.b>=5 §",
                "value.a.\"odd name\"=true § a",
                "value.note=null § a",
                "value.note § a",
                "value.note!=null §",
                "value.note:nul §",
                "value.note=/null/ §",
                "value.note!=x § a",
                "value.a.'odd name'=true § a",
                "value.\"\" §",
                "value.empty=empty § a",
                "value.items[0].sku=A-1 § a",
                "value.items[1].sku=A-1 §",
                "value.items[*].sku=B-2 § a",
                "value.items[*].n>4 § a",
                "value.items[*].sku!=B-2 §",
                "value.items[*].sku!=C-3 § a",
                "value.items[2] §",
                "value.items:b-2 § a",
                "value.at>2026-11-22 § a",
                "value.text=\"say \\\"hi\\\"\" § a",
                "value.name=esc § a",
                "value.missing §",
                // Headers.
                "header.test § b",
                "header.source:shop § a",
                "header.source=web-shop §",
                "header.source=Web-Shop § a",
                "header.retry=3 § a",
                "header.retry>2 § a",
                "header.retry!=3 §",
                "header.retry!=5 § a",
                "header.ce.id=abc § a",
                "header.\"x y\"=z § a",
                "header.none § e",
                "header.none:null § e",
                "header.void:empty § e",
                "header.void:null §",
                "header:shop § a",
                "headers:/^ret/ § a",
                "header.'x y'=z § a",
                "header:null § e",
                "header:empty § e",
                "header:\"null\" §",
                // Numbers of the record.
                "p:0,3 § abc",
                "p=0 § a",
                "partition!=3 § adefgh",
                "p:0..1 § ade",
                "p>2 § bc",
                "offset:100..200 § ab",
                "offset:..5 § dfgh",
                "offset:200.. § bc",
                "offset:1,2,200.. § bcfg",
                "offset=201 § c",
                "size>100B § a",
                "size>0.1KB § a",
                "size=0 § g",
                "size<1KiB § abcdefgh",
                // Time: now is 11:00 in Berlin.
                "time>-15m § aefgh",
                "time<-15m § bcd",
                "time:-1h..-15m § b",
                "time>=2026-11-22T10:59 § aefgh",
                "time>=2026-11-22T09:59:00Z § aefgh",
                "time>=2026-11-22T09:59:00+01:00 § abefgh",
                "time>=10:40 § abefgh",
                "time=2026-11-22 § abcefgh",
                "time<=2026-11-19 § d",
                "time>2026-11-19 § abcefgh",
                "time=1795341540000 § aefgh",
                "time<now § abcdefgh",
                // The rest.
                "topic=other § de",
                "topic:ORD § abcfgh",
                "is:marked § b",
                "is:tombstone § c",
                "is:error § fh",
                "is:aborted § af",
                "is:open § b",
                "!is:aborted § bcd",
                "!is:aborted && !is:open § cd",
                "is:aborted || is:error § afh",
                // Joined.
                "cust && !p:3 § af",
                "cust !p:3 § af",
                "cust paid § a",
                "p:0,3 && !header.test § ac",
                "p:0 || offset:5..6 § ade",
                "p:0||p:1 && key:empty § ad",
                "(p:0||p:1) && key:empty § d",
                "!(p:0 || p:1) § bcfgh",
                "! ! p:0 § a",
                "!key:null § abcdfh",
                "!is:error && !is:tombstone && p:2 § g",
                "((((p:0)))) § a",
            })
    void finds_these_records(String text, String names) {
        assertThat(verdicts(text == null ? "" : text, Verdict.MATCH)).isEqualTo(names == null ? "" : names);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '§',
            value = {
                "value.id=42 § deh",
                "!value.id=42 § deh",
                "value.status=paid § defh",
                "value.id=42 && p:0 § ",
                "value.id=42 || p:1 § h",
                "key.id=1 § abcfh",
                "is:aborted § egh",
                "!is:open § egh",
                "is:aborted && p:1 § e",
                "paid § ",
            })
    void says_which_records_it_cannot_decide(String text, String names) {
        assertThat(verdicts(text, Verdict.UNDECIDED)).isEqualTo(names == null ? "" : names);
    }

    @Test
    void what_no_outcome_of_a_transaction_makes_a_match_is_told_beforehand() {
        RecordFilter any = compile("cust && !is:aborted").anyOutcome();
        StringBuilder out = new StringBuilder();
        records.forEach((name, record) -> out.append(any != null && any.matches(record) ? name : ""));
        assertThat(out.toString()).isEqualTo("abcf");
        assertThat(compile("is:aborted && is:open").anyOutcome())
                .satisfies(none -> records.values().forEach(record -> assertThat(none != null && none.matches(record))
                        .isFalse()));
        assertThat(compile("cust && !is:marked").anyOutcome()).isNull();
    }

    @Test
    void bounds_tell_what_a_search_may_leave_out() {
        FilterBounds bounds = compile("p:0,3 && offset:10..20 && (time>=-15m && key=\"a b\") p:3..9")
                .bounds();

        assertThat(bounds.partitions()).isEqualTo(LongRanges.of(3, 3));
        assertThat(bounds.offsets()).isEqualTo(LongRanges.of(10, 20));
        assertThat(bounds.times())
                .isEqualTo(LongRanges.of(
                        FilterFixtures.NOW.minus(Duration.ofMinutes(15)).toEpochMilli(), Long.MAX_VALUE));
        assertThat(bounds.key()).isEqualTo("a b");
        assertThat(compile("p:0 || p:1").bounds()).isEqualTo(new FilterBounds(null, null, null, null));
        assertThat(compile("!p:0 key=null").bounds()).isEqualTo(new FilterBounds(null, null, null, null));
    }
}
