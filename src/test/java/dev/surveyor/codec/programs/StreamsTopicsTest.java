package dev.surveyor.codec.programs;

import static dev.surveyor.codec.programs.ProgramRecords.read;
import static dev.surveyor.codec.programs.ProgramRecords.record;
import static dev.surveyor.codec.programs.ProgramRecords.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.codec.detect.DetectingReader;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.schema.SchemaSource;
import dev.surveyor.domain.record.ConsumedRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that a topology of Kafka Streams 4.4.0 wrote, byte for byte. */
class StreamsTopicsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "out | 616c696365 000001a22cbccb20 | Streams windowed key |"
                        + " {\"key\":\"alice\",\"start\":\"2026-11-30T13:55:00Z\"}",
                "out | 616c696365 000001a22cbd1940 000001a22cbccb20 | Streams session key |"
                        + " {\"key\":\"alice\",\"start\":\"2026-11-30T13:55:00Z\",\"end\":\"2026-11-30T13:55:20Z\"}",
                "out | 7b226e223a317d 000001a22cbccb20 | Streams windowed key |"
                        + " {\"key\":{\"n\":1},\"start\":\"2026-11-30T13:55:00Z\"}",
                "shop-KSTREAM-AGGREGATE-STATE-STORE-0000000001-changelog | 616c696365 000001a22cbccb20 00000000 |"
                        + " Streams window store key |"
                        + " {\"key\":\"alice\",\"start\":\"2026-11-30T13:55:00Z\",\"sequence\":0}",
                "shop-KSTREAM-JOINTHIS-0000000077-store-changelog | 6b31 000001a22cbccb2a 00000001 |"
                        + " Streams window store key |"
                        + " {\"key\":\"k1\",\"start\":\"2026-11-30T13:55:00.010Z\",\"sequence\":1}",
                "shop-KSTREAM-REDUCE-STATE-STORE-0000000009-changelog | 616c696365 000001a22cbd1940 000001a22cbccb20 |"
                        + " Streams session key |"
                        + " {\"key\":\"alice\",\"start\":\"2026-11-30T13:55:00Z\",\"end\":\"2026-11-30T13:55:20Z\"}",
                "shop-KTABLE-SUPPRESS-STATE-STORE-0000000006-changelog | 616c696365 000001a22cbccb20 |"
                        + " Streams windowed key | {\"key\":\"alice\",\"start\":\"2026-11-30T13:55:00Z\"}",
                "shop-counts-changelog | 0000000000000005 000001a22cbccb20 00000000 | Streams window store key |"
                        + " {\"key\":\"0x0000000000000005\",\"start\":\"2026-11-30T13:55:00Z\",\"sequence\":0}",
                "shop-KTABLE-FK-JOIN-SUBSCRIPTION-STATE-STORE-0000000047-changelog | 00000005 7061726973 616e6e |"
                        + " Streams foreign key | {\"foreignKey\":\"paris\",\"primaryKey\":\"ann\"}",
                "shop-named-fk-subscription-store-changelog | 00000004 726f6d65 626f62 |"
                        + " Streams foreign key | {\"foreignKey\":\"rome\",\"primaryKey\":\"bob\"}",
                "shop-KSTREAM-OUTERSHARED-0000000083-store-changelog | 000001a22cbccb2a 01 6b31 |"
                        + " Streams outer join key |"
                        + " {\"key\":\"k1\",\"time\":\"2026-11-30T13:55:00.010Z\",\"side\":\"left\"}",
                "shop-graceful-Buffer-changelog | 00 000001a223fb470a 6b31 00000001 | Streams join buffer key |"
                        + " {\"key\":\"k1\",\"time\":\"2026-11-28T21:06:40.010Z\",\"sequence\":1}",
            })
    void keys_are_read_with_their_times(String topic, String key, String decoder, String text) {
        ConsumedRecord record = record(topic, key, "null");
        Reading reading = read(record, RecordPart.KEY);

        assertThat(textOf(reading)).isEqualTo(text);
        assertThat(reading.decoder()).isEqualTo(decoder);
        assertThat(reading.broken()).isFalse();
        assertThat(read(record, RecordPart.VALUE).state()).isEqualTo(Reading.State.NOTHING);
        assertThat(RecordReader.withoutSchemas()
                        .preview(record, RecordPart.KEY, 200)
                        .kind())
                .isNotEqualTo(Preview.Kind.ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop-KTABLE-AGGREGATE-STATE-STORE-0000000027-repartition | 70617269733a616e6e 01 | {\"new\":\"paris:ann\"}",
                "shop-KTABLE-AGGREGATE-STATE-STORE-0000000027-repartition | 70617269733a616e6e 00 | {\"old\":\"paris:ann\"}",
                "shop-KTABLE-AGGREGATE-STATE-STORE-0000000027-repartition | 10 726f6d653a626f62 726f6d653a6f6c64 02 |"
                        + " {\"new\":\"rome:bob\",\"old\":\"rome:old\"}",
                "shop-people-by-all-repartition | 7061726973 01 | {\"new\":\"paris\"}",
                "shop-people-by-all-repartition | 08 726f6d65 7061726973 02 | {\"new\":\"rome\",\"old\":\"paris\"}",
                "shop-people-by-all-repartition | 7b2261223a317d 01 | {\"new\":{\"a\":1}}",
                "shop-lengths-repartition | 0000000000000003 01 | {\"new\":\"0x0000000000000003\"}",
                "shop-lengths-repartition | 10 0000000000000003 0000000000000004 02 |"
                        + " {\"new\":\"0x0000000000000003\",\"old\":\"0x0000000000000004\"}",
                "shop-people-by-all-repartition | 7061726973 01 04 | {\"new\":\"paris\",\"latest\":true}",
                "shop-people-by-all-repartition | 08 726f6d65 7061726973 00 05 |"
                        + " {\"new\":\"rome\",\"old\":\"paris\",\"latest\":false}",
            })
    void changes_of_tables_are_read_without_their_flag(String topic, String value, String text) {
        ConsumedRecord record = record(topic, "7061726973", value);
        Reading reading = read(record, RecordPart.VALUE);

        assertThat(textOf(reading)).isEqualTo(text);
        assertThat(reading.decoder()).isEqualTo("Streams table change");
        assertThat(RecordReader.withoutSchemas()
                        .preview(record, RecordPart.VALUE, 200)
                        .text())
                .isEqualTo(text);
        assertThat(read(record, RecordPart.KEY).decoder()).isEqualTo("UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop-KTABLE-FK-JOIN-SUBSCRIPTION-REGISTRATION-0000000043-topic |"
                        + " 0102 d10b1489699fa0c69951835ff0a04070 626f62 00000003 | Streams subscription |"
                        + " {\"primaryKey\":\"bob\",\"instruction\":\"PROPAGATE_NULL_IF_NO_FK_VAL_AVAILABLE\","
                        + "\"primaryPartition\":3,\"hash\":\"d10b1489699fa0c69951835ff0a04070\"}",
                "shop-named-fk-subscription-registration-topic | 8101 626f62 00000000 | Streams subscription |"
                        + " {\"primaryKey\":\"bob\",\"instruction\":\"DELETE_KEY_AND_PROPAGATE\","
                        + "\"primaryPartition\":0,\"hash\":null}",
                "shop-named-fk-subscription-registration-topic | 8000 626f62 | Streams subscription |"
                        + " {\"primaryKey\":\"bob\",\"instruction\":\"DELETE_KEY_NO_PROPAGATE\",\"hash\":null}",
                "shop-KTABLE-FK-JOIN-SUBSCRIPTION-STATE-STORE-0000000047-changelog | 8000 626f62 |"
                        + " Streams subscription |"
                        + " {\"primaryKey\":\"bob\",\"instruction\":\"DELETE_KEY_NO_PROPAGATE\",\"hash\":null}",
                "shop-KTABLE-FK-JOIN-SUBSCRIPTION-RESPONSE-0000000051-topic |"
                        + " 00 2cbfdceca21b93f2f8a6a3841a431b5a 7b226e223a225061726973227d |"
                        + " Streams subscription answer |"
                        + " {\"value\":{\"n\":\"Paris\"},\"hash\":\"2cbfdceca21b93f2f8a6a3841a431b5a\"}",
                "shop-named-fk-subscription-response-topic | 80 | Streams subscription answer |"
                        + " {\"value\":null,\"hash\":null}",
                "shop-KSTREAM-OUTERSHARED-0000000083-store-changelog | 01 00000001 00000008 00 7b2272223a337d |"
                        + " Streams outer join values | {\"waiting\":[{\"side\":\"right\",\"value\":{\"r\":3}}]}",
                "shop-x-left-shared-join-store-changelog | 01 00000002 00000003 01 4c31 00000003 01 4c32 |"
                        + " Streams outer join values |"
                        + " {\"waiting\":[{\"side\":\"left\",\"value\":\"L1\"},{\"side\":\"left\",\"value\":\"L2\"}]}",
                "shop-graceful-Buffer-changelog | 000001a223fb470a 0000000000000000 00000004 6c656674 00000000 00000000"
                        + " ffffffff ffffffff 00000002 4c31 0000000000000000 | Streams suppressed value |"
                        + " {\"from\":{\"topic\":\"left\",\"partition\":0,\"offset\":0,"
                        + "\"timestamp\":\"2026-11-28T21:06:40.010Z\",\"headers\":[]},\"new\":\"L1\",\"old\":null,"
                        + "\"prior\":null,\"bufferTime\":\"1970-01-01T00:00:00Z\"}",
            })
    void values_are_read(String topic, String value, String decoder, String text) {
        Reading reading = read(record(topic, "6b31", value), RecordPart.VALUE);

        assertThat(textOf(reading)).isEqualTo(text);
        assertThat(reading.decoder()).isEqualTo(decoder);
    }

    /** The third form is of Kafka 4.4.0; the others are put together as its readers expect them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 000001a223fc3160 0000000000000003 00000002 696e 00000000 00000001 00000001 68 ffffffff"
                        + " 00000005 7072696f72 fffffffe 00000003 6e6577 000001a223fe5440 | prior | [\"h\"]",
                "3 | 000001a223fc3160 0000000000000003 00000002 696e 00000000 00000000"
                        + " 00000005 7072696f72 00000003 6f6c64 00000003 6e6577 000001a223fe5440 | old | []",
                "2 | 000001a223fc3160 0000000000000003 00000002 696e 00000000 00000000"
                        + " 0000000e 00000003 6f6c64 00000003 6e6577 00000005 7072696f72 000001a223fe5440 | old | []",
                "2 | 000001a223fc3160 0000000000000003 00000002 696e 00000000 00000000"
                        + " 00000005 7072696f72 00000003 6f6c64 00000003 6e6577 000001a223fe5440 | old | []",
            })
    void a_suppressed_value_is_read_in_each_form(String version, String value, String old, String headers) {
        ConsumedRecord record = ProgramRecords.builder("shop-held-store-changelog", "616e6e", value)
                .header(new byte[] {'v'}, new byte[] {Byte.parseByte(version)})
                .build();
        Reading reading = read(record, RecordPart.VALUE);

        assertThat(textOf(reading))
                .isEqualTo("{\"from\":{\"topic\":\"in\",\"partition\":0,\"offset\":3,"
                        + "\"timestamp\":\"2026-11-28T21:07:40Z\",\"headers\":" + headers
                        + "},\"new\":\"new\",\"old\":\""
                        + old + "\",\"prior\":\"prior\",\"bufferTime\":\"2026-11-28T21:10:00Z\"}");
        assertThat(reading.decoder()).isEqualTo("Streams suppressed value");
    }

    @Test
    void the_first_two_forms_of_a_suppressed_value_have_no_prior_one() {
        String change = "00000003 6f6c64 00000003 6e6577";
        ConsumedRecord zero =
                record("shop-KTABLE-SUPPRESS-STATE-STORE-1-changelog", "616e6e", "000001a223fe5440" + change);
        ConsumedRecord one = ProgramRecords.builder(
                        "shop-KTABLE-SUPPRESS-STATE-STORE-1-changelog",
                        "616e6e",
                        "000001a223fe5440 000001a223fc3160 0000000000000003 00000002 696e 00000000 00000000 0000000e"
                                + change)
                .header(new byte[] {'v'}, new byte[] {1})
                .build();

        assertThat(textOf(read(zero, RecordPart.VALUE)))
                .isEqualTo("{\"new\":\"new\",\"old\":\"old\",\"bufferTime\":\"2026-11-28T21:10:00Z\"}");
        assertThat(textOf(read(one, RecordPart.VALUE)))
                .startsWith("{\"from\":{\"topic\":\"in\",")
                .endsWith(",\"new\":\"new\",\"old\":\"old\",\"bufferTime\":\"2026-11-28T21:10:00Z\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "out | 616c696365", // a text
                "out | 616c696365 0000000000000001", // a text and a number that is no time near the record's
                "out | 616c696365 000001a62cbccb20", // a time that lies ahead
                "out | ff01ff01ff 000001a22cbccb20", // nothing readable before the time
                "shop-counts-changelog | 6c6f6e672d6b6579", // the key of a store without windows
                "shop-counts-changelog | 0000000000000005",
                "shop-counts-changelog | 000000000000000500000000000000070000000000000005",
            })
    void other_keys_stay_what_they_are(String topic, String key) {
        assertThat(read(record(topic, key, "null"), RecordPart.KEY).decoder()).isIn("UTF-8", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop-by-value-repartition | 4c31 | UTF-8", // of a stream
                "shop-by-value-repartition | 7b2261223a317d | JSON",
                "shop-by-value-repartition | 81a16101 | MessagePack", // ends as a change does, but is whole
                "shop-by-value-repartition | ff01ff01ff00fe01 | ''",
                "shop-KTABLE-FK-JOIN-SUBSCRIPTION-REGISTRATION-0000000043-topic | 7b2261223a317d | JSON",
                "shop-KTABLE-FK-JOIN-SUBSCRIPTION-REGISTRATION-0000000043-topic | 0209ff | ''",
                "shop-KSTREAM-OUTERSHARED-0000000083-store-changelog | 01 7fffffff 00000003 014c31 | ''",
                "shop-graceful-Buffer-changelog | 0000 | ''",
            })
    void other_values_stay_what_they_are(String topic, String value, String decoder) {
        Reading reading = read(record(topic, "6b31", value), RecordPart.VALUE);

        assertThat(reading.decoder()).isEqualTo(decoder);
    }

    @Test
    void a_value_that_does_not_fit_stays_bytes_with_the_reason() {
        Reading reading = read(
                record("shop-KTABLE-FK-JOIN-SUBSCRIPTION-REGISTRATION-0000000043-topic", "6b31", "0209ff"),
                RecordPart.VALUE);

        assertThat(reading.state()).isEqualTo(Reading.State.RAW);
        assertThat(reading.aside().note()).isEqualTo("no Streams subscription: version 2 is not known");
        assertThat(reading.broken()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "out | 616c696365 000001a22cbccb20 | alice@2026-11-30T13:55:00Z",
                "out | 7b226e223a317d 000001a22cbccb20 | {\"n\":1}@2026-11-30T13:55:00Z",
                "out | 612262 000001a22cbccb20 | a\"b@2026-11-30T13:55:00Z",
                "out | 616c696365 000001a22cbd1940 000001a22cbccb20 |"
                        + " alice@2026-11-30T13:55:00Z/2026-11-30T13:55:20Z",
                "shop-counts-changelog | 0000000000000005 000001a22cbccb20 00000000 |"
                        + " 0x0000000000000005@2026-11-30T13:55:00Z",
                "shop-KSTREAM-OUTERSHARED-0000000083-store-changelog | 000001a22cbccb2a 01 6b31 |"
                        + " k1@2026-11-30T13:55:00.010Z left",
                "shop-graceful-Buffer-changelog | 00 000001a223fb470a 6b31 00000001 | k1@2026-11-28T21:06:40.010Z",
            })
    void a_cell_begins_with_the_key_inside(String topic, String key, String text) {
        Preview preview = RecordReader.withoutSchemas().preview(record(topic, key, "null"), RecordPart.KEY, 200);

        assertThat(preview.text()).isEqualTo(text);
        assertThat(preview.kind()).isNotEqualTo(Preview.Kind.ERROR);
    }

    @Test
    void what_is_inside_can_be_chosen() {
        ConsumedRecord record = record("shop-counts-changelog", "0000000000000005 000001a22cbccb20 00000000", "null");
        RecordReader reader = new DetectingReader(
                new Decoders(SchemaSource.NONE, List.of()),
                Readings.chosen(Decoders.wrapped("Streams window store key", "Int64"), null));

        assertThat(textOf(reader.read(record, RecordPart.KEY, 1000, Input.Effort.FULL)))
                .isEqualTo("{\"key\":\"5\",\"start\":\"2026-11-30T13:55:00Z\",\"sequence\":0}");
        assertThat(Decoders.wrapper("Streams window store key of Int64")).isEqualTo("Streams window store key");
        assertThat(Decoders.insideOf("Streams window store key of Int64")).isEqualTo("Int64");
        assertThat(Decoders.wrapper("Int64")).isNull();
    }
}
