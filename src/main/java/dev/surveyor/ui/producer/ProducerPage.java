package dev.surveyor.ui.producer;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.produce.ProduceSession.Counts;
import dev.surveyor.service.task.Unfinished;
import dev.surveyor.ui.page.TakesRecord;
import dev.surveyor.ui.page.TitledPage;
import dev.surveyor.ui.parts.Dot;
import dev.surveyor.ui.parts.DropTarget;
import dev.surveyor.ui.parts.StatusSegment;
import java.util.List;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** A producer in a tab. For the JavaFX thread only. */
final class ProducerPage extends TitledPage implements TakesRecord {

    private final ProducerViewModel model;
    private final ProducerView view;
    private final StatusSegment counts = new StatusSegment("producer-status-counts");
    private final StatusSegment state = new StatusSegment("producer-status-state");

    /**
     * @param context what the page needs of the program
     * @param topic the topic to begin with; empty for none yet
     */
    ProducerPage(ProducerContext context, String topic) {
        model = new ProducerViewModel(context, topic);
        view = new ProducerView(context, model);
        follow(model.form().target().topicProperty().map(ProducerPage::title));
        fillStatus();
        model.countsProperty().addListener(at -> showState());
        model.flush().stateProperty().addListener(at -> showState());
        model.burst().runningProperty().addListener(at -> showState());
        showState();
    }

    @Override
    public void take(ConsumedRecord record) {
        model.fill(record);
    }

    @Override
    public Node content() {
        return view;
    }

    @Override
    public List<Node> statusCounts() {
        return List.of(counts);
    }

    @Override
    public List<Node> statusState() {
        return List.of(state);
    }

    @Override
    public DropTarget drops() {
        return view.drops();
    }

    @Override
    public void focus() {
        view.focusFirst();
    }

    @Override
    public Unfinished unfinished() {
        return model.unfinished();
    }

    @Override
    public void close() {
        model.close();
    }

    ProducerViewModel model() {
        return model;
    }

    private static String title(String topic) {
        return topic.isEmpty() ? "Produce" : "Produce " + topic;
    }

    private void fillStatus() {
        count("Queued", "producer-status-queued", Counts::queued);
        count("+ In flight", "producer-status-in-flight", Counts::inFlight);
        count("+ Acked", "producer-status-acked", Counts::acknowledged);
        count("+ Failed", "producer-status-failed", Counts::failed);
        count("= Sent", "producer-status-sent", Counts::sent);
    }

    private void count(String words, String id, ToLongFunction<Counts> part) {
        counts.words(words);
        counts.value(
                id,
                Bindings.createStringBinding(
                        () -> Numbers.grouped(
                                part.applyAsLong(model.countsProperty().get())),
                        model.countsProperty()));
    }

    private void showState() {
        Counts now = model.countsProperty().get();
        boolean flushing = model.flush().stateProperty().get() == Flush.State.WAITING;
        boolean busy = model.burst().runningProperty().get() || now.queued() + now.inFlight() > 0;
        mark(flushing || busy ? Mark.BUSY : Mark.NONE);
        state.getChildren().clear();
        state.dot(flushing || busy ? Dot.Kind.ACCENT : Dot.Kind.OK);
        Label words = state.value("producer-state", flushing ? "Flushing" : busy ? "Sending" : "Ready");
        words.setAccessibleText("Producer: " + words.getText());
    }
}
