package dev.surveyor.service.transfer;

import dev.surveyor.codec.transfer.RecordLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sums up what is in a file. Not for two threads. */
final class ImportSums implements ImportFile.Lines {

    private static final int MOST_TOPICS = 20;
    private static final long HOUR_IN_MILLIS = 3_600_000;

    private final TransferControl control;
    private final long latest;
    private final Set<String> topics = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private long records;
    private long bytes;
    private long largest;
    private long withoutPartition;
    private int highestPartition = -1;
    private long earlyTimes;
    private long lateTimes;
    private long changedNames;
    private long brokenLines;

    /** @param nowInMillis from which it counts what lies in the future */
    ImportSums(TransferControl control, long nowInMillis) {
        this.control = control;
        this.latest = nowInMillis + HOUR_IN_MILLIS;
    }

    @Override
    public void record(long line, RecordLine record, double share) {
        records++;
        bytes += record.sizeInBytes();
        largest = Math.max(largest, record.sizeInBytes());
        Integer partition = record.partition();
        withoutPartition += partition == null ? 1 : 0;
        highestPartition = Math.max(highestPartition, partition == null ? -1 : partition);
        Long timestamp = record.timestamp();
        earlyTimes += timestamp != null && timestamp < 0 ? 1 : 0;
        lateTimes += timestamp != null && timestamp > latest ? 1 : 0;
        changedNames += record.headers().stream()
                .filter(header -> header.keyBytes() != null)
                .count();
        String topic = record.topic();
        if (topic != null && topics.size() < MOST_TOPICS) {
            topics.add(topic);
        }
        control.at(share, records, bytes);
    }

    @Override
    public void problem(long line, String why) {
        brokenLines++;
        Importer.note(problems, line, why);
    }

    ImportPreview preview() {
        return new ImportPreview(
                records,
                bytes,
                topics,
                highestPartition,
                withoutPartition,
                largest,
                earlyTimes,
                lateTimes,
                changedNames,
                brokenLines,
                problems);
    }
}
