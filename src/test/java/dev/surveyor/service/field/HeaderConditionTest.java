package dev.surveyor.service.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.Slice;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.filter.FieldReader;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.filter.Verdict;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderConditionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "source",
                "a.b-c/d",
                "odd name",
                "\"",
                "\\",
                "a=b",
                "x²",
                "Ⅷ",
                "½",
                "𝐀",
                "😀",
                "ключ",
                "#%~",
                "\u007f",
                "\n",
                "null",
                "&&",
                "(",
                "it's"
            })
    void every_header_makes_a_filter_and_a_column_of_its_own(String name) {
        ConsumedRecord own = record(name, "va\"lue");
        RecordHeader header = own.headers().get(0);
        MenuField field = MenuField.of(header, Slice.of(header.value()));
        String condition = Objects.requireNonNull(field.condition());
        assertThat(condition.chars()).as("can be typed: %s", condition).noneMatch(c -> c < 0x20 || c == 0x7f);
        assertThat(verdict(condition, own)).isEqualTo(Verdict.MATCH);
        assertThat(verdict(Objects.requireNonNull(field.opposite()), own)).isEqualTo(Verdict.NO_MATCH);
        assertThat(verdict(condition, record(name + "x", "va\"lue"))).isEqualTo(Verdict.NO_MATCH);
        assertThat(verdict(condition, record(name, "value"))).isEqualTo(Verdict.NO_MATCH);
        assertThat(FieldReader.of(field.path()).orElseThrow().read(own)).isEqualTo("va\"lue");
    }

    private static ConsumedRecord record(String name, String value) {
        return ConsumedRecord.at(new PartitionId("t", 0), 1)
                .headers(List.of(RecordHeader.text(name, value)))
                .build();
    }

    private static Verdict verdict(String condition, ConsumedRecord record) {
        FilterLanguage language = new FilterLanguage(new FilterContext(Clock.systemUTC(), each -> false));
        FilterResult result = language.compile(condition);
        assertThat(result).as(condition).isInstanceOf(FilterResult.Compiled.class);
        return ((FilterResult.Compiled) result).filter().test(record);
    }
}
