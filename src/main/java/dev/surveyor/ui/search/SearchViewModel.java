package dev.surveyor.ui.search;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.filter.FilterText;
import dev.surveyor.filter.MatchFinder;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.decode.PatientReader;
import dev.surveyor.service.search.SearchLimit;
import dev.surveyor.service.search.SearchProgress;
import dev.surveyor.service.search.SearchRequest;
import dev.surveyor.service.search.SearchSession;
import dev.surveyor.service.search.Searches;
import dev.surveyor.ui.parts.RunningTasks;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
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
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Decides what is searched for, and takes what is found in batches. For the JavaFX thread only. */
final class SearchViewModel {

    private final String topic;
    private final Searches searches;
    private final Decoding decoding;
    private final SearchTools tools;
    private final WhatMatched matched;
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
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable SearchProgress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SearchCertificate> certificate = new ReadOnlyObjectWrapper<>();
    private final ObservableList<ConsumedRecord> matches = FXCollections.observableArrayList();
    private final SearchSpeed speed = new SearchSpeed();
    private final ReadOnlyStringWrapper schemaWait = new ReadOnlyStringWrapper("");
    private @Nullable SearchSession session;
    private @Nullable PatientReader patient;
    private RunningTasks.@Nullable Task task;
    private Runnable stopTicking = () -> {};
    private final Runnable endListening;

    SearchViewModel(String topic, Searches searches, Decoding decoding, SearchTools tools) {
        this.topic = topic;
        this.searches = searches;
        this.decoding = decoding;
        this.tools = tools;
        this.matched = new WhatMatched(tools.background(), tools.ui());
        tools.zone().addListener((source, before, now) -> check());
        text.addListener((source, before, now) -> check());
        for (StringProperty each : List.of(partitions, from, to)) {
            each.addListener((source, before, now) -> check());
        }
        range.addListener((source, before, now) -> check());
        check();
        endListening = decoding.onChange(() -> tools.ui().execute(this::readAnew));
    }

    /** Keys and values may read differently now. */
    private void readAnew() {
        SearchSession last = session;
        if (last != null) {
            matched.ask(MatchFinder.of(last.request().filter().text(), context(decoding.reader())));
            matched.tell();
        }
    }

    // Properties

    String topic() {
        return topic;
    }

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

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far the last search is; null before the first. */
    ReadOnlyObjectProperty<@Nullable SearchProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What the last search proves; null while it runs. */
    ReadOnlyObjectProperty<@Nullable SearchCertificate> certificateProperty() {
        return certificate.getReadOnlyProperty();
    }

    /** Which schema the search waits for, as a sentence without its end; empty while it waits for none. */
    ReadOnlyStringProperty schemaWaitProperty() {
        return schemaWait.getReadOnlyProperty();
    }

    /** The matches in the order in which they were found. */
    ObservableList<ConsumedRecord> matches() {
        return matches;
    }

    SearchSpeed speed() {
        return speed;
    }

    /** Returns where matches met the filter. */
    WhatMatched matched() {
        return matched;
    }

    /** Returns what was searched for last, empty before the first search. */
    String searchedFor() {
        SearchSession last = session;
        return last == null ? "" : last.request().filter().text();
    }

    /** Returns how keys and values read in the table. */
    RecordReader reader() {
        return decoding.reader();
    }

    /** Returns the zone in which times are shown. */
    ObservableValue<ZoneId> zone() {
        return tools.zone();
    }

    // Commands

    /** Takes over what was asked elsewhere: the whole of a scope, or what is older than a table. */
    void ask(String filter, SearchScope scope) {
        text.set(filter);
        partitions.set(scope.partitions().stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
        isolation.set(scope.isolation());
        if (scope.range() instanceof SearchRange.EachOffsets each) {
            older.set(each);
            range.set(RangeChoice.OLDER);
        } else {
            range.set(RangeChoice.WHOLE);
        }
    }

    /** Starts a search in the place of the last one; does nothing while what was typed is wrong. */
    void start() {
        if (check() == null) {
            return;
        }
        cancel();
        PatientReader reader = decoding.patientReader();
        SearchRequest request = request(reader);
        if (request == null) {
            reader.close();
            return;
        }
        patient = reader;
        stopTicking.run();
        matches.clear();
        speed.clear();
        certificate.set(null);
        matched.ask(MatchFinder.of(request.filter().text(), context(decoding.reader())));
        SearchSession started = searches.start(request);
        session = started;
        running.set(true);
        progress.set(started.progress());
        endTask();
        task = tools.tasks().begin("Searching " + topic, false, this::cancel);
        stopTicking = tools.pulse().everyTick(() -> take(started));
        tools.ui().whenDone(started.certificate(), (proved, thrown) -> {
            if (thrown != null) {
                ended(started, uncertified(started, BrokerFailureException.in(thrown)));
            } else if (proved != null) {
                ended(started, proved);
            }
        });
    }

    /** Adds a condition to what is searched for next. */
    void narrow(String condition) {
        text.set(FilterText.and(text.get(), condition));
    }

    void cancel() {
        SearchSession now = session;
        if (now != null) {
            now.cancel();
        }
        stopWaiting();
    }

    /** Searches again, for the same, in all partitions. */
    void searchAllPartitions() {
        onlyPartitionOfKey.set(false);
        start();
    }

    void close() {
        cancel();
        stopTicking.run();
        endTask();
        endListening.run();
    }

    private void endTask() {
        RunningTasks.Task now = task;
        if (now != null) {
            now.end();
            task = null;
        }
    }

    private void take(SearchSession which) {
        if (which.equals(session)) {
            List<ConsumedRecord> found = which.takeMatches();
            if (!found.isEmpty()) {
                matches.addAll(found);
            }
            SearchProgress now = which.progress();
            speed.add(now.elapsed(), now.totals());
            progress.set(now);
            if (task != null) {
                task.at(now.partitions().isEmpty() ? -1 : now.totals().share());
            }
            PatientReader reader = patient;
            String reason = reader == null ? null : reader.waitingFor();
            schemaWait.set(reason == null ? "" : reason);
        }
    }

    private void stopWaiting() {
        PatientReader reader = patient;
        if (reader != null) {
            reader.close();
            patient = null;
        }
    }

    private void ended(SearchSession which, SearchCertificate proved) {
        if (which.equals(session)) {
            stopTicking.run();
            stopWaiting();
            take(which);
            endTask();
            running.set(false);
            certificate.set(proved);
        }
    }

    /** Returns what is known of a search that could not even say what it has read. */
    private static SearchCertificate uncertified(SearchSession broken, BrokerFailure why) {
        SearchProgress last = broken.progress();
        return new SearchCertificate(
                broken.request().scope(),
                broken.request().filter().text(),
                "",
                null,
                last.elapsed(),
                SearchEnd.FAILED,
                why,
                last.partitions().size() + last.leftOut().size(),
                last.partitions(),
                last.leftOut(),
                last.kept(),
                0);
    }

    private @Nullable SearchRequest check() {
        return request(decoding.reader());
    }

    /** Returns what is asked for, read with that reader; null, and says why, where what was typed is wrong. */
    private @Nullable SearchRequest request(RecordReader reader) {
        FilterContext context = context(reader);
        Clock here = context.clock();
        FilterResult result = new FilterLanguage(context).compile(text.get());
        if (result instanceof FilterResult.Invalid invalid) {
            exactKey.set(false);
            error.set(invalid.error().toString());
            return null;
        }
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

    private SearchRange range(Clock here) throws ScopeText.UnreadableException {
        SearchRange before = older.get();
        return range.get() == RangeChoice.OLDER && before != null
                ? before
                : ScopeText.range(range.get(), from.get(), to.get(), here.getZone(), here.instant());
    }

    private FilterContext context(RecordReader reader) {
        return FilterContext.ofTopic(tools.clock().withZone(tools.zone().getValue()), reader);
    }
}
