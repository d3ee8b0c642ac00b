package dev.surveyor.service.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.DecoderChoice;
import dev.surveyor.codec.detect.DecoderChoices;
import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.codec.detect.DetectingReader;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.schema.SchemaSource;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecodeErrorsTest {

    private static final byte[] BROKEN_TEXT = {'w', 'o', 'r', 'd', 's', ' ', (byte) 0xc3, ' ', 'a', 'n', 'd', ' ', 'm'};

    private @Nullable String chosen;
    private final RecordReader reader =
            new DetectingReader(new Decoders(SchemaSource.NONE, List.of()), new DecoderChoices() {
                @Override
                public DecoderChoice of(String topic) {
                    return new DecoderChoice(null, chosen);
                }

                @Override
                public boolean keysAreDetected() {
                    return true;
                }
            });
    private final DecodeErrors errors = new DecodeErrors(reader);

    @Test
    void what_the_cells_show_as_broken_is_an_error_and_nothing_else() {
        assertThat(errors.in(List.of(
                        record(null),
                        record(new byte[0]),
                        record("plain text, longer than the blocks that are looked at".getBytes(UTF_8)),
                        record("größer als — 字".getBytes(UTF_8)),
                        record(BROKEN_TEXT),
                        record(new byte[] {0, 0, 0, 0, 0, 0, 1, 2}),
                        record(new byte[] {':', ')', '\n', 0}))))
                .hasToString("{4, 6}");
    }

    @Test
    void a_text_is_an_error_where_numbers_were_chosen() {
        chosen = "Int64";
        assertThat(errors.in(List.of(record("text".getBytes(UTF_8)), record(new byte[8]))))
                .hasToString("{0}");
    }

    @Test
    void another_choice_counts_the_kept_records_anew() {
        RecordBuffer buffer = new RecordBuffer(new BufferLimits(10, 1_000), reader, Runnable::run);
        RecordSink sink = buffer.open(false);
        sink.accept(List.of(record("text".getBytes(UTF_8)), record(BROKEN_TEXT)));
        assertThat(buffer.counts().decodeErrors()).isEqualTo(1);

        chosen = "Int64";
        buffer.readAgain().join();
        assertThat(buffer.counts().decodeErrors()).isEqualTo(2);
        sink.accept(List.of(record(new byte[8])));
        assertThat(buffer.counts().decodeErrors()).isEqualTo(2);
    }

    private static ConsumedRecord record(byte @Nullable [] value) {
        return ConsumedRecord.at(new PartitionId("orders", 0), 1).value(value).build();
    }
}
