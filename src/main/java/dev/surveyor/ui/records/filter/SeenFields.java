package dev.surveyor.ui.records.filter;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.filter.suggest.FieldStatistics;
import dev.surveyor.filter.suggest.Suggester;
import dev.surveyor.filter.suggest.Suggestion;
import dev.surveyor.service.failure.Faults;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The fields and values of a sample of the newest rows, counted off the JavaFX thread at most every other second while
 * somebody asks.
 */
public final class SeenFields {

    private static final long FRESH_MILLIS = 2_000;
    private static final int MOST_RECORDS = 400;
    private static final long MOST_BYTES = 2_000_000;
    private static final int MOST_SUGGESTIONS = 40;

    private final List<LogEntry> rows;
    private final RecordReader reader;
    private final LatestWork counting;
    private final Clock clock;
    private Suggester suggester = new Suggester(new FieldStatistics(RecordReader.withoutSchemas()), MOST_SUGGESTIONS);
    private long countedAt = Long.MIN_VALUE;
    private String problem = "";

    /**
     * @param rows of the table, read on the JavaFX thread
     * @param reader reads keys and values as the table does
     */
    public SeenFields(List<LogEntry> rows, RecordReader reader, Executor background, UiExecutor ui, Clock clock) {
        this.rows = rows;
        this.reader = reader;
        this.counting = new LatestWork(background, ui);
        this.clock = clock;
    }

    /** Returns what may be typed at the caret, by the sample as it was counted last. */
    public List<Suggestion> at(String text, int caret) {
        return suggester.at(text, caret);
    }

    /** Returns the headers and paths that were seen, most frequent first. */
    public List<String> names() {
        return suggester.at("", 0).stream()
                .filter(one -> one.kind() == Suggestion.Kind.FIELD && one.count() >= 0)
                .map(Suggestion::text)
                .toList();
    }

    /** Returns why the last count came to nothing, in a sentence; empty where it did not. What was counted before stays. */
    public String problem() {
        return problem;
    }

    /**
     * Counts anew where the last count is old, or was of no rows.
     *
     * @param then called on the JavaFX thread when there is a new count, or a problem
     */
    public void refresh(Runnable then) {
        boolean fresh = countedAt != Long.MIN_VALUE && clock.millis() - countedAt < FRESH_MILLIS;
        if (counting.busy() || fresh) {
            return;
        }
        List<ConsumedRecord> sample = sample();
        counting.start(
                givenUp -> {
                    FieldStatistics statistics = new FieldStatistics(reader);
                    sample.forEach(statistics::add);
                    return statistics;
                },
                statistics -> {
                    suggester = new Suggester(statistics, MOST_SUGGESTIONS);
                    countedAt = sample.isEmpty() ? Long.MIN_VALUE : clock.millis();
                    problem = "";
                    then.run();
                },
                thrown -> {
                    // Not asked for again with each key that is typed.
                    countedAt = clock.millis();
                    problem = Faults.sentence("The fields of the rows cannot be listed", thrown);
                    then.run();
                });
    }

    private List<ConsumedRecord> sample() {
        List<ConsumedRecord> sample = new ArrayList<>(MOST_RECORDS);
        long bytes = 0;
        for (int i = rows.size() - 1; i >= 0 && sample.size() < MOST_RECORDS && bytes < MOST_BYTES; i--) {
            if (rows.get(i) instanceof ConsumedRecord record) {
                sample.add(record);
                bytes += record.data().length;
            }
        }
        return sample;
    }
}
