package dev.surveyor.ui.search;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.words.PartitionNumbers;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.filter.FilterText;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.search.RangeChoice;
import dev.surveyor.service.search.ScopeText;
import dev.surveyor.service.search.SearchLimit;
import dev.surveyor.service.search.SearchRequest;
import java.time.Clock;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What is looked for and where, as it is typed and chosen, and its reading as a request. For the JavaFX thread only. */
final class SearchQuestion implements AutoCloseable {

    private final String topic;
    private final Decoding decoding;
    private final SearchTools tools;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty partitions = new SimpleStringProperty("");
    private final ObjectProperty<RangeChoice> range = new SimpleObjectProperty<>(RangeChoice.WHOLE);
    private final ReadOnlyObjectWrapper<SearchRange.@Nullable EachOffsets> older = new ReadOnlyObjectWrapper<>();
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");
    private final ObjectProperty<IsolationLevel> isolation =
            new SimpleObjectProperty<>(IsolationLevel.READ_UNCOMMITTED);
    private final BooleanProperty stopAtLimit = new SimpleBooleanProperty();
    private final BooleanProperty onlyPartitionOfKey = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper exactKey = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper unfinished = new ReadOnlyBooleanWrapper();
    private final Subscription zoneChanges;

    SearchQuestion(String topic, Decoding decoding, SearchTools tools) {
        this.topic = topic;
        this.decoding = decoding;
        this.tools = tools;
        for (StringProperty each : List.of(text, partitions, from, to)) {
            each.addListener((source, before, now) -> check());
        }
        range.addListener((source, before, now) -> check());
        zoneChanges = tools.toolkit().zone().subscribe(zone -> check());
    }

    // Properties

    /** The filter; empty finds every record. */
    StringProperty textProperty() {
        return text;
    }

    /** Numbers of partitions, such as {@code 0,3,5-7}; empty for all. */
    StringProperty partitionsProperty() {
        return partitions;
    }

    ObjectProperty<RangeChoice> rangeProperty() {
        return range;
    }

    /** The offsets before those of the table that asked last; null where none has. */
    ReadOnlyObjectProperty<SearchRange.@Nullable EachOffsets> olderProperty() {
        return older.getReadOnlyProperty();
    }

    StringProperty fromProperty() {
        return from;
    }

    StringProperty toProperty() {
        return to;
    }

    ObjectProperty<IsolationLevel> isolationProperty() {
        return isolation;
    }

    /** Whether the search ends when as many matches as are kept have been found; else it counts on. */
    BooleanProperty stopAtLimitProperty() {
        return stopAtLimit;
    }

    BooleanProperty onlyPartitionOfKeyProperty() {
        return onlyPartitionOfKey;
    }

    /** Whether the filter asks for one exact key, so that one partition may be enough. */
    ReadOnlyBooleanProperty exactKeyProperty() {
        return exactKey.getReadOnlyProperty();
    }

    /** What is wrong with what was typed, empty if nothing is. */
    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Whether nothing is wrong with the filter that is being typed but that its end is missing. */
    ReadOnlyBooleanProperty unfinishedProperty() {
        return unfinished.getReadOnlyProperty();
    }

    // Commands

    /** Takes over what was asked elsewhere: the whole of a scope, or what is older than a table. */
    void ask(String filter, SearchScope scope) {
        text.set(filter);
        partitions.set(PartitionNumbers.words(scope.partitions()));
        isolation.set(scope.isolation());
        if (scope.range() instanceof SearchRange.EachOffsets each) {
            older.set(each);
            range.set(RangeChoice.OLDER);
        } else {
            range.set(RangeChoice.WHOLE);
        }
    }

    /** Adds a condition to what is searched for next. */
    void narrow(String condition) {
        text.set(FilterText.and(text.get(), condition));
    }

    /** Returns what is asked for, read with that reader; null, and says why, where what was typed is wrong. */
    @Nullable
    SearchRequest request(RecordReader reader) {
        return request(reader, false);
    }

    private @Nullable SearchRequest request(RecordReader reader, boolean typing) {
        FilterContext context = tools.filterContext(reader);
        Clock here = context.clock();
        FilterResult result = new FilterLanguage(context).compile(text.get());
        if (result instanceof FilterResult.Invalid invalid) {
            exactKey.set(false);
            boolean goesOn = typing && invalid.error().unfinished();
            unfinished.set(goesOn);
            error.set(goesOn ? invalid.error().continuation() : invalid.error().toString());
            return null;
        }
        unfinished.set(false);
        FilterResult.Compiled filter = (FilterResult.Compiled) result;
        exactKey.set(filter.bounds().key() != null);
        try {
            SearchScope scope =
                    new SearchScope(topic, ScopeText.partitions(partitions.get()), range(here), isolation.get());
            error.set("");
            SearchLimit limit = SearchLimit.DEFAULT;
            return new SearchRequest(
                    scope,
                    filter,
                    new SearchLimit(limit.records(), limit.bytes(), stopAtLimit.get()),
                    exactKey.get() && onlyPartitionOfKey.get());
        } catch (ScopeText.UnreadableException unreadable) {
            error.set(String.valueOf(unreadable.getMessage()));
            return null;
        }
    }

    /** Hears no more of the zone, which lives longer. */
    @Override
    public void close() {
        zoneChanges.unsubscribe();
    }

    private void check() {
        var unused = request(decoding.reader(), true);
    }

    private SearchRange range(Clock here) throws ScopeText.UnreadableException {
        SearchRange before = older.get();
        return range.get() == RangeChoice.OLDER && before != null
                ? before
                : ScopeText.range(range.get(), from.get(), to.get(), here.getZone(), here.instant());
    }
}
