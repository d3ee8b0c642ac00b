package dev.surveyor.ui.search;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.filter.MatchFinder;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.decode.PatientReader;
import dev.surveyor.service.search.SearchProgress;
import dev.surveyor.service.search.SearchRequest;
import dev.surveyor.service.search.SearchSession;
import dev.surveyor.service.search.SearchSpeed;
import dev.surveyor.service.search.Searches;
import dev.surveyor.ui.parts.RunningTasks;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Runs one search after the other, and takes what is found in batches. For the JavaFX thread only. */
final class SearchViewModel {

    private static final Comparator<ConsumedRecord> BY_TIME = Comparator.comparingLong(ConsumedRecord::timestamp)
            .thenComparingInt(match -> match.partition().partition())
            .thenComparingLong(ConsumedRecord::offset);

    private final String topic;
    private final Searches searches;
    private final Decoding decoding;
    private final SearchTools tools;
    private final SearchQuestion question;
    private final WhatMatched matched;
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
        this.question = new SearchQuestion(topic, decoding, tools);
        this.matched =
                new WhatMatched(tools.toolkit().background(), tools.toolkit().ui());
        endListening = decoding.onChange(() -> tools.toolkit().ui().execute(this::readAnew));
    }

    /** Keys and values may read differently now. */
    private void readAnew() {
        SearchSession last = session;
        if (last != null) {
            matched.ask(MatchFinder.of(last.request().filter().text(), tools.filterContext(decoding.reader())));
            matched.tell();
        }
    }

    // Properties

    String topic() {
        return topic;
    }

    /** Returns what is looked for next. */
    SearchQuestion question() {
        return question;
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

    /** The matches: as they are found while the search runs, by time when it has ended. */
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
        return tools.toolkit().zone();
    }

    // Commands

    /** Starts a search in the place of the last one; does nothing while what was typed is wrong. */
    void start() {
        if (question.request(decoding.reader()) == null) {
            return;
        }
        cancel();
        PatientReader reader = decoding.patientReader();
        SearchRequest request = question.request(reader);
        if (request == null) {
            reader.close();
            return;
        }
        patient = reader;
        stopTicking.run();
        matches.clear();
        speed.clear();
        certificate.set(null);
        matched.ask(MatchFinder.of(request.filter().text(), tools.filterContext(decoding.reader())));
        SearchSession started = searches.start(request);
        session = started;
        running.set(true);
        progress.set(started.progress());
        endTask();
        task = tools.tasks().begin("Searching " + topic, false, this::cancel);
        stopTicking = tools.toolkit().pulse().everyTick(() -> take(started));
        tools.toolkit().ui().whenDone(started.certificate(), (proved, thrown) -> {
            if (thrown != null) {
                ended(started, uncertified(started, BrokerFailureException.in(thrown)));
            } else if (proved != null) {
                ended(started, proved);
            }
        });
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
        question.onlyPartitionOfKeyProperty().set(false);
        start();
    }

    void close() {
        cancel();
        stopTicking.run();
        endTask();
        endListening.run();
        question.close();
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
            FXCollections.sort(matches, BY_TIME);
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
}
