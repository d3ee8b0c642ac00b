package dev.surveyor.ui.producer;

import dev.surveyor.codec.transfer.RecordLine;
import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.produce.FormContent;
import dev.surveyor.service.produce.FormText;
import dev.surveyor.service.produce.PageProducers;
import dev.surveyor.service.produce.ProduceSession;
import dev.surveyor.service.produce.ProduceSession.Counts;
import dev.surveyor.service.produce.ProduceSession.ReportRoute;
import dev.surveyor.service.produce.Variables;
import dev.surveyor.service.settings.Setting;
import dev.surveyor.service.task.Unfinished;
import dev.surveyor.ui.fx.Dialogs;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Decides what the producer page shows, and sends. For the JavaFX thread only. */
final class ProducerViewModel implements AutoCloseable {

    private static final int ASK_ABOVE = 1_000;

    /** A longer form, such as a file of a megabyte, is not kept. */
    private static final int MOST_KEPT = 200_000;

    private final ProducerContext context;
    private final String openedFor;
    private final Form form;
    private final PageProducers ownProducers;
    private final DeliveryList deliveries = new DeliveryList();
    private final StreamList stream;
    private final Flush flush;
    private final Burst burst;

    private final ObjectProperty<ReportRoute> route = new SimpleObjectProperty<>(ReportRoute.OWN_PANEL);
    private final ReadOnlyStringWrapper sendReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sendText = new ReadOnlyStringWrapper("Send");
    private final ReadOnlyIntegerWrapper predicted = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
    private final ReadOnlyObjectWrapper<@Nullable BrokerFailure> failure = new ReadOnlyObjectWrapper<>();
    private final Runnable endTicks;
    private long sequence;
    private boolean unsaved;

    ProducerViewModel(ProducerContext context, String topic) {
        this.context = context;
        this.openedFor = topic;
        Target target = new Target(
                context.session().cluster(),
                context.session().producers(),
                context.toolkit().ui(),
                context.toolkit().clock(),
                context.toolkit().zone());
        form = new Form(target, profile().properties());
        ownProducers = new PageProducers(context.session().producers());
        stream = new StreamList(context.session().events());
        flush = new Flush(
                ownProducers,
                deliveries,
                context.toolkit().ui(),
                context.toolkit().clock());
        burst = new Burst(context.toolkit().clock(), this::sendOne);
        target.topicProperty().set(topic);
        setting().in(context.toolkit().settings()).ifPresent(form::fill);
        form.onChange(this::formChanged);
        burst.countProperty().addListener((observable, old, now) -> formChanged());
        burst.rateProperty().addListener((observable, old, now) -> formChanged());
        burst.runningProperty().addListener((observable, old, now) -> formChanged());
        endTicks = context.toolkit().pulse().everyTick(this::tick);
        formChanged();
        unsaved = false;
        target.refresh();
    }

    // Properties

    Form form() {
        return form;
    }

    DeliveryList deliveries() {
        return deliveries;
    }

    StreamList stream() {
        return stream;
    }

    Flush flush() {
        return flush;
    }

    Burst burst() {
        return burst;
    }

    ConnectionProfile profile() {
        return context.session().profile();
    }

    /** Returns where reports of the next sends go: to the list of this page, or to the shared stream. */
    ObjectProperty<ReportRoute> routeProperty() {
        return route;
    }

    /** Returns why Send is disabled; empty where it is not. */
    ReadOnlyStringProperty sendReasonProperty() {
        return sendReason.getReadOnlyProperty();
    }

    /** Returns the words of the button, {@code Send} or {@code Send 1 000}. */
    ReadOnlyStringProperty sendTextProperty() {
        return sendText.getReadOnlyProperty();
    }

    /** Returns the partition that the key leads to, -1 where that is decided at send. */
    ReadOnlyIntegerProperty predictedProperty() {
        return predicted.getReadOnlyProperty();
    }

    /** Returns the sends of this page by state; they add up. */
    ReadOnlyObjectProperty<Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** Returns what went wrong with the page itself, or null. */
    ReadOnlyObjectProperty<@Nullable BrokerFailure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Returns what closing the page now would leave half done. */
    Unfinished unfinished() {
        Counts now = ownProducers.counts();
        return new Unfinished(burst.left(), now.open(), now.failed(), List.of());
    }

    // Commands

    /** Sends what the form says, once or as a burst; asks first where that is a lot, or on production. */
    void send() {
        if (!sendReason.get().isEmpty()) {
            return;
        }
        int count = burst.count();
        boolean production = profile().environment().name().equals(Environment.PRODUCTION.name());
        if (!production && count <= ASK_ABOVE) {
            burst.start();
            return;
        }
        long bytes = form.record(Variables.sample()).sizeInBytes() * (long) count;
        String what = Counted.of(count, "record");
        String effect = "Sends " + what + ", about " + Sizes.text(bytes) + ", to topic "
                + form.target().topicProperty().get() + " on " + profile().name() + ". It cannot be taken back.";
        Dialogs.Confirmation question = new Dialogs.Confirmation("Send " + what, effect, "Send " + what);
        context.toolkit().dialogs().confirm(question, burst::start);
    }

    /** Sends the same bytes to the same place once more. */
    void retry(DeliveryRow row) {
        send(row.delivery().record());
    }

    /** Fills the form with what was sent. */
    void edit(DeliveryRow row) {
        OutgoingRecord record = row.delivery().record();
        form.target().topicProperty().set(record.topic());
        Integer partition = record.partition();
        form.target().partitionProperty().set(partition == null ? Target.AUTO : partition);
        form.opaqueProperty().set(record.opaque() == null ? "" : record.opaque());
        form.fill(record.key(), record.value(), record.headers());
    }

    /** Fills the form with exactly the bytes of a record that was read. */
    void fill(ConsumedRecord record) {
        form.fill(record.key(), record.value(), record.headers());
    }

    /** Fills the form with exactly the bytes of a record that was dragged here. */
    void fill(RecordLine record) {
        form.fill(record.key(), record.value(), record.headers());
    }

    /** Reads a failed send out in full: what, why, what to do, details. */
    void why(DeliveryRow row) {
        BrokerFailure cause = row.failure();
        if (cause != null) {
            context.toolkit().dialogs().error(cause);
        }
    }

    /** Goes to the record of an acknowledged send, or says why the send failed. */
    void open(DeliveryRow row) {
        if (row.failure() != null) {
            why(row);
        } else {
            showInTable(row);
        }
    }

    void showInTable(DeliveryRow row) {
        var place = row.shownPlace();
        if (place != null) {
            context.showInTable().accept(place);
        }
    }

    /** Opens the list of the shared stream. */
    void showEvents() {
        context.showEvents().run();
    }

    /** Ends what runs; what was sent still has a few seconds to be delivered. */
    @Override
    public void close() {
        endTicks.run();
        burst.stop();
        flush.stop();
        save();
        ownProducers.close();
    }

    private void sendOne() {
        String problem = form.problem();
        if (!problem.isEmpty()) {
            burst.stop();
            return;
        }
        send(form.record(Variables.of(context.toolkit().clock().instant(), ++sequence)));
    }

    private void send(OutgoingRecord record) {
        try {
            failure.set(null);
            ProduceSession session = ownProducers.with(form.options().settings());
            deliveries.send(session, record, route.get());
        } catch (BrokerFailureException refused) {
            burst.stop();
            failure.set(refused.failure());
        }
    }

    private void tick() {
        burst.tick();
        deliveries.takeReports();
        stream.tick();
        Counts now = ownProducers.counts();
        if (!now.equals(counts.get())) {
            counts.set(now);
        }
        flush.tick();
        form.target().tick();
        if (unsaved) {
            save();
        }
    }

    private void formChanged() {
        unsaved = true;
        predicted.set(form.target().predicted(form.key()));
        String problem = form.problem().isEmpty() ? burst.problem() : form.problem();
        sendReason.set(burst.runningProperty().get() ? "Sending\u2026" : problem);
        sendText.set(burst.count() > 1 ? "Send " + Numbers.grouped(burst.count()) : "Send");
    }

    private void save() {
        unsaved = false;
        String topic = form.target().topicProperty().get();
        // While a topic is being typed there is no such topic, and nothing to remember for it.
        boolean real = topic.equals(openedFor) || form.target().topics().contains(topic);
        String text = real ? FormText.write(form.content()) : "";
        if (real && text.length() <= MOST_KEPT) {
            setting().keep(context.toolkit().settings(), form.content());
        }
    }

    private Setting<FormContent> setting() {
        return Setting.ofTopicOf(
                profile().id(),
                "producer.form",
                form.target().topicProperty().get(),
                text -> Optional.of(FormText.read(text, form.content())),
                FormText::write);
    }
}
