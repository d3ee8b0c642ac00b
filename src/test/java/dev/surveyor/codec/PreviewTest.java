package dev.surveyor.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreviewTest {

    private static Preview value(byte @Nullable [] key, byte @Nullable [] value) {
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("t", 0), 1)
                .key(key)
                .value(value)
                .build();
        return Preview.of(record, RecordPart.VALUE, 20);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void null_empty_and_tombstone_are_three_things() {
        assertThat(value(null, null).kind()).isEqualTo(Preview.Kind.NULL);
        assertThat(value(bytes("k"), null).kind()).isEqualTo(Preview.Kind.TOMBSTONE);
        assertThat(value(null, new byte[0]).kind()).isEqualTo(Preview.Kind.EMPTY);
    }

    @Test
    void json_is_put_on_one_line_and_cut() {
        Preview preview = value(null, bytes("{\n  \"a\": \"x y\",\n  \"b\": [1, 2, 3, 4, 5, 6]\n}"));

        assertThat(preview).isEqualTo(new Preview(Preview.Kind.JSON, "{\"a\":\"x y\",\"b\":[1,2,…", null));
    }

    @Test
    void text_keeps_its_characters_and_shows_line_breaks() {
        assertThat(value(null, bytes("[info] größe\r\nok")))
                .isEqualTo(new Preview(Preview.Kind.TEXT, "[info] größe↵ok", null));
    }

    @Test
    void a_byte_that_is_not_utf8_is_marked_with_its_place() {
        Preview preview = value(null, new byte[] {'c', 'a', 'f', (byte) 0xe9, ' ', 'x'});

        assertThat(preview).isEqualTo(new Preview(Preview.Kind.ERROR, "caf\\xE9 x", "not UTF-8 @3"));
    }

    @Test
    void binary_is_shown_in_hexadecimal() {
        Preview preview = value(null, new byte[] {0, 0, 0, 42, (byte) 0xff, 1, 2, 3});

        assertThat(preview).isEqualTo(new Preview(Preview.Kind.BINARY, "00 00 00 2A FF 01 …", null));
    }

    @Test
    void the_end_of_the_sample_does_not_break_a_character() {
        Preview preview = value(null, bytes("a" + "ß".repeat(5_000)));

        assertThat(preview.kind()).isEqualTo(Preview.Kind.TEXT);
        assertThat(preview.text()).isEqualTo("a" + "ß".repeat(19) + "…");
    }
}
