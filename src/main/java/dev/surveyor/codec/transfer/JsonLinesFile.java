package dev.surveyor.codec.transfer;

import dev.surveyor.domain.record.ConsumedRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** One {@link RecordJson} a line. Loses nothing. */
public final class JsonLinesFile implements RecordFile {

    @Override
    public void begin(OutputStream out) {
        // Each line stands for itself, so that files can be joined and cut.
    }

    @Override
    public void write(ConsumedRecord record, OutputStream out) throws IOException {
        RecordJson.write(record, out);
        out.write('\n');
    }

    @Override
    public List<String> losses() {
        return List.of();
    }
}
