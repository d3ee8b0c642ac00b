package dev.surveyor.ui.records.filter;

import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.records.consume.ConsumeViewModel;
import dev.surveyor.ui.records.rows.RowFeed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Leads from a table of one topic, where nothing matches, to a search of what is older. For the JavaFX thread only. */
public final class OlderRecords {

    private final ConsumeViewModel consume;
    private final RowFeed feed;
    private final FilterViewModel filter;
    private final LatestWork work;
    private final @Nullable BiConsumer<String, SearchScope> search;

    /**
     * @param search takes a filter and where to look; null where there is none
     */
    public OlderRecords(
            ConsumeViewModel consume,
            RowFeed feed,
            FilterViewModel filter,
            Executor background,
            UiExecutor ui,
            @Nullable BiConsumer<String, SearchScope> search) {
        this.consume = consume;
        this.feed = feed;
        this.filter = filter;
        this.work = new LatestWork(background, ui);
        this.search = search;
    }

    /** Returns whether there is a search, which knows one topic only. */
    public boolean searchable() {
        return search != null && !consume.subscription().severalTopics();
    }

    /** Searches for what the table's filter is, before what the table keeps. */
    public void search() {
        BiConsumer<String, SearchScope> found = search;
        if (found == null) {
            return;
        }
        String applied = filter.appliedProperty().get();
        ConsumeChoice choice = consume.choiceProperty().get();
        boolean whole = nothingOlder(choice.start());
        List<ConsumedRecord> kept = whole ? List.of() : feed.kept();
        work.start(
                givenUp -> whole ? new SearchRange.Whole() : before(kept),
                range -> found.accept(applied, scope(choice, range)),
                // To search all finds what is older, too.
                thrown -> found.accept(applied, scope(choice, new SearchRange.Whole())));
    }

    private SearchScope scope(ConsumeChoice choice, SearchRange range) {
        return new SearchScope(
                consume.subscription().text(),
                choice.standalone() ? choice.partitions() : Set.of(),
                range,
                choice.isolation());
    }

    /** What was skipped while it was fetched may match this filter; what began at the beginning has nothing before it. */
    private boolean nothingOlder(StartPosition start) {
        var counts = feed.countsProperty().get();
        return counts.skipped() > 0 || (counts.evicted() == 0 && start instanceof StartPosition.Beginning);
    }

    /** Returns the offsets before the first record that is kept of each partition; all where none is kept. */
    public static SearchRange before(List<ConsumedRecord> kept) {
        Map<Integer, Long> first = new HashMap<>();
        for (ConsumedRecord record : kept) {
            first.merge(record.partition().partition(), record.offset(), Math::min);
        }
        Map<Integer, SearchRange.Offsets> older = new HashMap<>();
        first.forEach((partition, offset) -> older.put(partition, new SearchRange.Offsets(0, offset)));
        return new SearchRange.EachOffsets(older);
    }
}
