package dev.surveyor.codec.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.decode.SchemaSources;
import dev.surveyor.ui.settings.FakeSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextOrderTest {

    @Test
    void null_comes_first_then_numbers_by_value_then_texts() {
        byte[] none = utf8("none");
        assertThat(sorted(
                        RecordReader.withoutSchemas(), utf8("b"), utf8("10"), none, utf8("9"), utf8("a"), utf8("-3.5")))
                .containsExactly(2L, 5L, 3L, 1L, 4L, 0L);
    }

    @Test
    void what_is_decoded_is_ordered_by_what_it_reads_as() {
        Decodings decodings = new Decodings(new FakeSettings(), SchemaSources.NONE, List.of());
        var decoding = decodings.of("sandbox");
        String number = decoding.groups().stream()
                .flatMap(group -> group.decoders().stream())
                .map(dev.surveyor.codec.format.Decoder::name)
                .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("64"))
                .findFirst()
                .orElseThrow();
        decoding.choose("orders", RecordPart.KEY, number);
        // As bytes the negative one is the largest.
        assertThat(sorted(decoding.reader(), number(10), number(-1), number(9))).containsExactly(1L, 2L, 0L);
    }

    private static List<Long> sorted(RecordReader reader, byte[]... keys) {
        List<ConsumedRecord> records = new ArrayList<>();
        for (byte[] key : keys) {
            records.add(ConsumedRecord.at(new PartitionId("orders", 0), records.size())
                    .key(Arrays.equals(key, utf8("none")) ? null : key)
                    .build());
        }
        records.sort(TextOrder.of(reader, RecordPart.KEY));
        return records.stream().map(ConsumedRecord::offset).toList();
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
