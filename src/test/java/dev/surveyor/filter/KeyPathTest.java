package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths into keys, of records whose values would answer otherwise. */
class KeyPathTest {

    private static final FilterContext CONTEXT =
            FilterContext.ofTopic(FilterFixtures.CLOCK, RecordReader.withoutSchemas());
    private static final String ORDER = "{\"group\":\"billing\",\"a\":{\"b\":5},\"big\":12345678901234567890,"
            + "\"parts\":[{\"n\":1},{\"n\":7}],\"none\":null}";

    private final Map<String, ConsumedRecord> records = new TreeMap<>();

    KeyPathTest() {
        put("j", utf8(ORDER), "{\"group\":\"other\"}");
        put("k", utf8("{\"group\":\"shipping\",\"a\":{\"b\":4.999999999999999999999}}"), "{\"group\":\"billing\"}");
        put("l", utf8("[{\"group\":\"billing\"},2]"), null);
        put("n", null, "{\"group\":\"billing\",\"a\":{\"b\":9}}");
        put("e", new byte[0], "{\"group\":\"billing\"}");
        put("t", utf8("billing"), "{\"group\":\"billing\"}");
        put("z", gzip(utf8(ORDER)), "{\"group\":\"other\"}");
        put("c", utf8("{\"group\":\"bil"), "{\"group\":\"billing\"}");
    }

    private void put(String name, byte @Nullable [] key, @Nullable String value) {
        records.put(
                name,
                ConsumedRecord.at(new PartitionId("orders", 0), name.charAt(0))
                        .key(key)
                        .value(value == null ? null : utf8(value))
                        .build());
    }

    private String verdicts(String text, Verdict wanted) {
        FilterResult result = new FilterLanguage(CONTEXT).compile(text);
        assertThat(result).as(text).isInstanceOf(FilterResult.Compiled.class);
        RecordFilter filter = ((FilterResult.Compiled) result).filter();
        StringBuilder out = new StringBuilder();
        records.forEach((name, record) -> out.append(filter.test(record) == wanted ? name : ""));
        return out.toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '\u0001',
            value = {
                "key.group=billing ^ jz",
                "key.group=BILLING ^",
                "key.group:ILL ^ jz",
                "key.group=/(billing|shipping)/ ^ jkz",
                "key.group!=billing ^ k",
                "key.group ^ cjkz",
                "key.missing ^",
                "key.group.deeper ^",
                "key.a.b>=5 ^ jz",
                "key.a.b<5 ^ k",
                "key.a.b=5.0 ^ jz",
                "key.big=12345678901234567890 ^ jz",
                "key.big=12345678901234567891 ^",
                "key.parts[0].n=1 ^ jz",
                "key.parts[*].n>6 ^ jz",
                "key.parts[2] ^",
                "key[0].group=billing ^ l",
                "key[1]=2 ^ l",
                "key.none=null ^ jz",
                "key.\"group\"=shipping ^ k",
                "key.group=billing && value.group=other ^ jz",
            })
    void a_path_into_the_key_finds_as_one_into_the_value_does(String filter, @Nullable String names) {
        assertThat(verdicts(filter, Verdict.MATCH)).isEqualTo(names == null ? "" : names);
    }

    @Test
    void a_key_that_is_missing_does_not_match_and_one_that_is_no_json_is_undecided() {
        assertThat(verdicts("key.group=billing", Verdict.UNDECIDED)).isEqualTo("ct");
        assertThat(verdicts("key.missing=1", Verdict.NO_MATCH)).isEqualTo("cejklnz");
        assertThat(verdicts("!key.group", Verdict.MATCH)).isEqualTo("eln");
    }

    @Test
    void a_path_into_the_key_leaves_out_no_partition_of_a_search() {
        FilterResult result = new FilterLanguage(CONTEXT).compile("key.group=billing");
        assertThat(((FilterResult.Compiled) result).bounds()).isEqualTo(new FilterBounds(null, null, null, null));
    }

    @Test
    void a_match_says_where_in_the_key_it_is_and_a_column_shows_it() {
        for (String name : List.of("j", "z")) {
            ConsumedRecord record = Objects.requireNonNull(records.get(name));
            List<String> places = new ArrayList<>();
            MatchFinder.of("key.a.b>=5 && key.group:ill", CONTEXT)
                    .hits(record)
                    .forEach(hit -> places.add(hit.place() + " " + hit.matched()));
            assertThat(places).containsExactly("key.a.b 5", "key.group ill");
            assertThat(FieldReader.of("key.parts[1].n").orElseThrow().read(record))
                    .isEqualTo("7");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void an_exact_key_that_may_be_decoded_does_not_choose_a_partition() {
        assertThat(bounds("key=cust-42").key()).isEqualTo("cust-42");
        assertThat(bounds("key='{\"key\":\"alice\"}'").key()).isNull();
    }

    private static FilterBounds bounds(String text) {
        return ((FilterResult.Compiled) new FilterLanguage(CONTEXT).compile(text)).bounds();
    }

    @Test
    void a_windowed_key_is_asked_as_it_is_read() {
        byte[] key = java.util.HexFormat.of().parseHex("616c696365000001a22cbccb20");
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("out", 0), 1)
                .timestamp(1_796_046_900_000L, dev.surveyor.domain.record.TimestampType.CREATE_TIME)
                .key(key)
                .build();
        for (String filter : List.of("key.key=alice", "key.start>2026-11-30", "key:alice", "alice")) {
            RecordFilter test = ((FilterResult.Compiled) new FilterLanguage(CONTEXT).compile(filter)).filter();
            assertThat(test.test(record)).as(filter).isEqualTo(Verdict.MATCH);
        }
        assertThat(((FilterResult.Compiled) new FilterLanguage(CONTEXT).compile("key.start>2026-12-01"))
                        .filter()
                        .test(record))
                .isEqualTo(Verdict.NO_MATCH);
    }
}
