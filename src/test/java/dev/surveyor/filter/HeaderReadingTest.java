package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.filter.suggest.FieldStatistics;
import dev.surveyor.filter.suggest.Suggester;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.decode.SchemaSources;
import dev.surveyor.ui.settings.FakeSettings;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers whose values are numbers in bytes: in filters, columns and suggestions they are the numbers. */
class HeaderReadingTest {

    private final Decoding decoding = Decodings.unremembered();
    private final RecordReader reader = decoding.reader();
    private final ConsumedRecord dead = ConsumedRecord.at(new PartitionId("orders.DLT", 0), 1)
            .headers(List.of(
                    new RecordHeader("kafka_dlt-original-offset", HexFormat.of().parseHex("000000000000bc52")),
                    new RecordHeader("tries", HexFormat.of().parseHex("0000002a")),
                    RecordHeader.text("__connect.errors.offset", "77")))
            .build();

    private Verdict verdict(String filter) {
        FilterContext context = FilterContext.ofTopic(FilterFixtures.CLOCK, reader);
        return ((FilterResult.Compiled) new FilterLanguage(context).compile(filter))
                .filter()
                .test(dead);
    }

    @ParameterizedTest
    @CsvSource({
        "header.kafka_dlt-original-offset=48210, MATCH",
        "header.kafka_dlt-original-offset>=48210, MATCH",
        "header.kafka_dlt-original-offset>48210, NO_MATCH",
        "header.kafka_dlt-original-offset:821, MATCH",
        "header.kafka_dlt-original-offset=/48.*/, MATCH",
        "header.kafka_dlt-original-offset!=48210, NO_MATCH",
        "header.__connect.errors.offset<100, MATCH",
        "header:48210, MATCH",
        "header:4821, MATCH",
        "header:48211, NO_MATCH",
        "header:/4821\\d/, MATCH",
        "header:null, NO_MATCH",
    })
    void a_filter_asks_about_the_number(String filter, Verdict verdict) {
        assertThat(verdict(filter)).as(filter).isEqualTo(verdict);
    }

    @Test
    void a_column_and_a_suggestion_show_the_number() {
        FieldReader column =
                FieldReader.of("header.kafka_dlt-original-offset").orElseThrow().decodedBy(reader);
        assertThat(column.read(dead)).isEqualTo("48210");

        FieldStatistics statistics = new FieldStatistics(reader);
        statistics.add(dead);
        assertThat(new Suggester(statistics, 20).at("header.kafka_dlt-original-offset=", 33))
                .anyMatch(suggestion -> suggestion.text().contains("48210"));
    }

    @Test
    void a_match_is_shown_as_it_is_read() {
        FilterContext context = FilterContext.ofTopic(FilterFixtures.CLOCK, reader);
        assertThat(MatchFinder.of("header.kafka_dlt-original-offset>48000", context)
                        .hits(dead)
                        .toString())
                .contains("48210");
    }

    @Test
    void what_is_chosen_for_a_name_counts_in_its_topic_only() {
        assertThat(verdict("header.tries=42")).isEqualTo(Verdict.NO_MATCH);

        decoding.chooseHeader("orders.DLT", "tries", "Int32");
        assertThat(verdict("header.tries=42")).isEqualTo(Verdict.MATCH);
        decoding.chooseHeader("orders.DLT", "tries", null);
        decoding.chooseHeader("orders", "tries", "Int32");
        assertThat(verdict("header.tries=42")).isEqualTo(Verdict.NO_MATCH);
    }

    @Test
    void a_choice_is_remembered() {
        FakeSettings settings = new FakeSettings();
        new Decodings(settings, SchemaSources.NONE, List.of()).of("p").chooseHeader("orders", "tries", "Int32");

        assertThat(new Decodings(settings, SchemaSources.NONE, List.of())
                        .of("p")
                        .headerChoice("orders", "tries"))
                .isEqualTo("Int32");
    }
}
