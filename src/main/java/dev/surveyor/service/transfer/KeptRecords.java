package dev.surveyor.service.transfer;

import dev.surveyor.domain.record.ConsumedRecord;
import java.io.IOException;
import java.util.List;

/** Records that are in memory. */
public final class KeptRecords implements ExportSource {

    private final List<ConsumedRecord> records;

    public KeptRecords(List<ConsumedRecord> records) {
        this.records = List.copyOf(records);
    }

    @Override
    public void read(Sink sink, TransferControl control) throws IOException {
        for (int i = 0; i < records.size() && !control.cancelled(); i++) {
            sink.take(records.get(i), (i + 1.0) / records.size());
        }
    }
}
