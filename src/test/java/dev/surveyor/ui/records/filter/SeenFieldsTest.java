package dev.surveyor.ui.records.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.View;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.RawRecord;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.records.TableRig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenFieldsTest {

    private final TableRig rig = new TableRig(true);
    private final List<LogEntry> rows = new ArrayList<>(Samples.picture());
    private final OddReader reader = new OddReader();
    private final SeenFields seen = new SeenFields(rows, reader, rig.tools.background(), rig.tools.ui(), rig.clock);
    private int told;

    @Test
    void a_count_that_fails_says_why_and_is_made_again_later() {
        reader.broken = true;
        count();
        assertThat(told).isEqualTo(1);
        assertThat(seen.names()).isEmpty();
        assertThat(seen.problem())
                .isEqualTo("The fields of the rows cannot be listed: an error inside Surveyor, odd value"
                        + " (IllegalStateException).");

        reader.broken = false;
        count();
        assertThat(told).as("not with each key that is typed").isEqualTo(1);
        rig.clock.forward(Duration.ofSeconds(3));
        count();
        assertThat(told).isEqualTo(2);
        assertThat(seen.problem()).isEmpty();
        assertThat(seen.names()).contains("value.status");
    }

    private void count() {
        seen.refresh(() -> told++);
        rig.background.forEach(Runnable::run);
        rig.background.clear();
    }

    private static final class OddReader implements RecordReader {
        private final RecordReader plain = RecordReader.withoutSchemas();
        private boolean broken;

        @Override
        public Reading read(RawRecord record, RecordPart part, int maxBytes, Input.Effort effort, View view) {
            return sound(plain).read(record, part, maxBytes, effort, view);
        }

        @Override
        public Preview preview(ConsumedRecord record, RecordPart part, int maxLength) {
            return sound(plain).preview(record, part, maxLength);
        }

        @Override
        public int plainFrom(RawRecord record, RecordPart part) {
            return sound(plain).plainFrom(record, part);
        }

        @Override
        public boolean textIsText(String topic, RecordPart part) {
            return sound(plain).textIsText(topic, part);
        }

        @Override
        public boolean keysAreText() {
            return plain.keysAreText();
        }

        private RecordReader sound(RecordReader reader) {
            if (broken) {
                throw new IllegalStateException("odd value");
            }
            return reader;
        }
    }
}
