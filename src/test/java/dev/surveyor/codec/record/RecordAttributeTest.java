package dev.surveyor.codec.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.transfer.CsvFile;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.domain.time.Times;
import dev.surveyor.filter.FilterField;
import dev.surveyor.service.copy.RowColumn;
import dev.surveyor.service.inspect.RecordMetadata;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one list of what a record says of itself, and that whoever uses it agrees with it. */
class RecordAttributeTest {

    private static final RecordReader READER = RecordReader.withoutSchemas();
    private static final PartText PARTS = new PartText(READER);
    private static final ConsumedRecord RECORD = record(1, "cust-1", "paid");

    @Test
    void each_says_what_the_record_has_in_full() {
        RecordAttribute.Texts how = new RecordAttribute.Texts(new Times(ZoneOffset.UTC), PARTS);
        assertThat(Arrays.stream(RecordAttribute.values()).map(each -> each.text(RECORD, how)))
                .containsExactly(
                        "2001-09-09 01:46:40.001 UTC",
                        "orders",
                        "3",
                        "1",
                        "cust-1",
                        "paid",
                        "0",
                        "4",
                        "6",
                        "text",
                        "CreateTime",
                        "2",
                        "");
    }

    @ParameterizedTest
    @EnumSource(RecordAttribute.class)
    void an_id_leads_back_to_its_attribute_and_can_be_part_of_the_id_of_a_control(RecordAttribute attribute) {
        assertThat(RecordAttribute.of(attribute.id())).contains(attribute);
        assertThat(attribute.id()).matches("[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @EnumSource(RecordAttribute.class)
    void a_copied_column_has_its_head_and_its_text(RecordAttribute attribute) {
        RowColumn column = RowColumn.of(attribute, ZoneOffset.UTC, PARTS);
        assertThat(column.title()).isEqualTo(attribute.head());
        assertThat(column.cell().apply(RECORD))
                .isEqualTo(attribute.text(RECORD, new RecordAttribute.Texts(new Times(ZoneOffset.UTC), PARTS)));
    }

    @ParameterizedTest
    @EnumSource(RecordAttribute.class)
    void its_order_puts_a_record_beside_itself_and_is_made_anew_for_each_sorting(RecordAttribute attribute) {
        assertThat(attribute.order(READER).compare(RECORD, RECORD)).isZero();
        List<ConsumedRecord> sorted = Stream.of(record(3, "b", "9"), record(2, "a", "10"))
                .sorted(attribute.order(READER))
                .toList();
        assertThat(attribute.order(READER).compare(sorted.get(0), sorted.get(1)))
                .isNotPositive();
    }

    @Test
    void a_filter_knows_an_attribute_by_its_id_wherever_it_asks_for_the_same() {
        Map<FilterField, String> fields = new EnumMap<>(FilterField.class);
        for (RecordAttribute attribute : RecordAttribute.values()) {
            FilterField field = FilterField.named(attribute.id());
            if (field != null) {
                assertThat(field.names()).contains(attribute.id());
                assertThat(fields.put(field, attribute.id())).isNull();
            }
        }
        // A filter asks for one header, and for the size of the whole record.
        assertThat(fields)
                .containsOnlyKeys(
                        FilterField.TIME,
                        FilterField.TOPIC,
                        FilterField.PARTITION,
                        FilterField.OFFSET,
                        FilterField.KEY,
                        FilterField.VALUE,
                        FilterField.HEADER,
                        FilterField.SIZE);
    }

    @Test
    void the_columns_of_a_csv_file_are_attributes_by_their_names_for_other_programs() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CsvFile(false).begin(out);
        String head = out.toString(StandardCharsets.UTF_8);
        assertThat(head)
                .isEqualTo("topic,partition,offset,timestamp,timestampMillis,timestampType,leaderEpoch,keyIs,key,"
                        + "valueIs,value,headers\r\n");
        List<String> known = Arrays.stream(RecordAttribute.values())
                .map(RecordAttribute::fileName)
                .toList();
        assertThat(Arrays.stream(head.strip().split(","))
                        .filter(column -> !known.contains(column))
                        .collect(Collectors.joining(" ")))
                .isEqualTo("timestamp timestampMillis keyIs valueIs");
    }

    @Test
    void the_metadata_are_named_as_the_columns_are() {
        assertThat(RecordMetadata.of(RECORD, ZoneOffset.UTC, "none", null).stream()
                        .map(RecordMetadata.Line::title))
                .contains(
                        RecordAttribute.TIME.words(),
                        RecordAttribute.TIME_TYPE.title(),
                        RecordAttribute.EPOCH.words(),
                        RecordAttribute.KEY.words(),
                        RecordAttribute.VALUE.words(),
                        RecordAttribute.HEADERS.words());
    }

    private static ConsumedRecord record(long offset, String key, String value) {
        return ConsumedRecord.at(new PartitionId("orders", 3), offset)
                .timestamp(1_000_000_000_000L + offset, TimestampType.CREATE_TIME)
                .receivedAt(1_000_000_000_003L)
                .key(key.getBytes(StandardCharsets.UTF_8))
                .value(value.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
