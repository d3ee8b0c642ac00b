package dev.surveyor.ui.transfer;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.files.FileNames;
import dev.surveyor.service.search.Searches;
import dev.surveyor.service.transfer.ExportChoice;
import dev.surveyor.service.transfer.ExportFormat;
import dev.surveyor.service.transfer.ExportRange;
import dev.surveyor.service.transfer.ExportSource;
import dev.surveyor.service.transfer.Exporter;
import dev.surveyor.service.transfer.KeptRecords;
import dev.surveyor.service.transfer.TopicRange;
import dev.surveyor.ui.fx.Dialogs;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Decides what is exported, in which form, and how far it is. For the JavaFX thread only. */
final class ExportViewModel {

    private final String topic;
    private final Searches searches;
    private final Decoding decoding;
    private final IntSupplier partitionCount;
    private final List<ExportChoice> choices;
    private final TransferTools tools;
    private final TransferRun run;
    private final ObjectProperty<ExportChoice> choice;
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(ExportFormat.JSON_LINES);
    private final BooleanProperty byteOrderMark = new SimpleBooleanProperty(true);
    private final StringProperty partitions = new SimpleStringProperty("");
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * @param decoding reads keys and values for the filter, as the topic's table does
     * @param partitionCount how many partitions the topic has, 0 while that is not known
     * @param inMemory what can be exported beside a range of the topic; the first that holds any is chosen
     */
    ExportViewModel(
            String topic,
            Searches searches,
            Decoding decoding,
            IntSupplier partitionCount,
            List<ExportChoice> inMemory,
            TransferTools tools) {
        this.topic = topic;
        this.searches = searches;
        this.decoding = decoding;
        this.partitionCount = partitionCount;
        this.choices =
                Stream.concat(inMemory.stream(), Stream.of(ExportChoice.RANGE)).toList();
        this.choice = new SimpleObjectProperty<>(choices.stream()
                .filter(each -> !each.records().get().isEmpty())
                .findFirst()
                .orElse(ExportChoice.RANGE));
        this.tools = tools;
        this.run = new TransferRun(tools);
    }

    // Properties

    String topic() {
        return topic;
    }

    TransferRun run() {
        return run;
    }

    /** Returns all that can be exported, in order. */
    List<ExportChoice> choices() {
        return choices;
    }

    ObjectProperty<ExportChoice> choiceProperty() {
        return choice;
    }

    /** Returns whether a range of the topic is chosen. */
    BooleanBinding rangeChosen() {
        return choice.isEqualTo(ExportChoice.RANGE);
    }

    ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /** Returns whether a CSV file begins with the mark by which Excel knows UTF-8. */
    BooleanProperty byteOrderMarkProperty() {
        return byteOrderMark;
    }

    StringProperty partitionsProperty() {
        return partitions;
    }

    /** Returns the first offset or time of the range, as typed. */
    StringProperty fromProperty() {
        return from;
    }

    /** Returns the last offset or time of the range, as typed. */
    StringProperty toProperty() {
        return to;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** Returns what is wrong with what was typed, empty for nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Returns how many records that are, in words. */
    String amount(ExportChoice of) {
        return of.equals(ExportChoice.RANGE)
                ? "read again from the brokers, up to the end that the topic has now"
                : Numbers.grouped(of.records().get().size()) + " " + of.noun();
    }

    // Commands

    /** Asks for the file and writes it. */
    void export() {
        problem.set("");
        try {
            ExportSource chosen = source();
            ExportFormat form = format.get();
            Dialogs.FileRequest request = new Dialogs.FileRequest(
                    "Export records",
                    FileNames.of(topic, "." + form.extension()),
                    form.label(),
                    List.of("*." + form.extension()));
            tools.dialogs()
                    .saveFile(
                            request,
                            file -> run.start(
                                    "Exporting " + topic,
                                    control -> Exporter.write(chosen, form.open(byteOrderMark.get()), file, control),
                                    done -> run.say(words(done, file.toString()))));
        } catch (ExportRange.Unreadable wrong) {
            problem.set(String.valueOf(wrong.getMessage()));
        }
    }

    void cancel() {
        run.cancel();
    }

    private ExportSource source() throws ExportRange.Unreadable {
        ExportChoice of = choice.get();
        return of.equals(ExportChoice.RANGE)
                ? range()
                : new KeptRecords(of.records().get());
    }

    private ExportSource range() throws ExportRange.Unreadable {
        if (partitionCount.getAsInt() == 0) {
            throw new ExportRange.Unreadable(
                    "The partitions of " + topic + " are not known yet. Try again in a moment.");
        }
        String wanted = filter.get();
        Clock now = Clock.fixed(tools.clock().instant(), tools.clock().getZone());
        if (compile(wanted, now, decoding.reader()) instanceof FilterResult.Invalid invalid) {
            throw new ExportRange.Unreadable("The filter is none: " + invalid.error() + ".");
        }
        SearchRange range = ExportRange.read(from.get(), to.get(), tools.clock());
        List<Integer> numbers = ExportRange.partitions(partitions.get(), partitionCount.getAsInt());
        SearchScope scope = new SearchScope(topic, new HashSet<>(numbers), range, IsolationLevel.READ_UNCOMMITTED);
        return new TopicRange(
                searches, scope, numbers, decoding, reader -> (FilterResult.Compiled) compile(wanted, now, reader));
    }

    private static FilterResult compile(String filter, Clock now, RecordReader reader) {
        return new FilterLanguage(FilterContext.ofTopic(now, reader)).compile(filter);
    }

    private static String words(Exporter.Result done, String file) {
        if (!done.complete()) {
            return "Cancelled. No file was left behind.";
        }
        String losses = String.join(" ", done.losses());
        return "Wrote " + Counted.of(done.records(), "record") + ", " + Sizes.text(done.bytes()) + ", to " + file + "."
                + (losses.isEmpty() ? "" : " " + losses);
    }
}
