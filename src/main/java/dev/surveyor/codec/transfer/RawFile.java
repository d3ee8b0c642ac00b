package dev.surveyor.codec.transfer;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.record.ConsumedRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The bare bytes of the values, a line break after each; null values have no bytes and are left out. */
public final class RawFile implements RecordFile {

    private long nulls;
    private long withLineBreak;

    @Override
    public void begin(OutputStream out) {
        // Nothing but the values.
    }

    @Override
    public void write(ConsumedRecord record, OutputStream out) throws IOException {
        Slice value = Slice.of(record, RecordPart.VALUE);
        if (value.isNull()) {
            nulls++;
            return;
        }
        for (int i = value.start(); i < value.end(); i++) {
            if (value.data()[i] == '\n') {
                withLineBreak++;
                break;
            }
        }
        out.write(value.data(), value.start(), value.length());
        out.write('\n');
    }

    @Override
    public List<String> losses() {
        List<String> losses = new ArrayList<>();
        if (nulls > 0) {
            losses.add(Counted.of(nulls, "null value is", "null values are") + " left out.");
        }
        if (withLineBreak > 0) {
            losses.add(Counted.of(withLineBreak, "value has", "values have")
                    + " line breaks inside, so one record can be several lines.");
        }
        return losses;
    }
}
