package dev.surveyor.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/**
 * A row of choices of which one holds, as joined buttons. Left and right move the choice. Each segment has the id of
 * the control, a dash and its words in lower case, spaces as dashes.
 *
 * @param <T> what is chosen
 */
public final class SegmentedControl<T> extends HBox {

    private final ObjectProperty<T> value;
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> segments = new ArrayList<>();
    private final List<T> choices;

    /**
     * @param id the id of the control
     * @param words the words for a choice
     * @param choices at least one, in order; the first one holds
     */
    public SegmentedControl(String id, Function<? super T, String> words, List<T> choices) {
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("no choice for '" + id + "'");
        }
        this.choices = List.copyOf(choices);
        this.value = new SimpleObjectProperty<>(this, "value", choices.get(0));
        setId(id);
        getStyleClass().add("segmented");
        setMaxWidth(USE_PREF_SIZE);
        for (T choice : this.choices) {
            addSegment(id, words.apply(choice), choice);
        }
        segments.get(0).getStyleClass().add("first");
        segments.get(segments.size() - 1).getStyleClass().add("last");
        group.selectedToggleProperty().addListener((at, old, now) -> keepOne(old, now));
        value.addListener((at, old, now) -> show(now));
        show(value.get());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void addSegment(String id, String words, T choice) {
        ToggleButton segment = new ToggleButton(words);
        segment.setId(id + "-" + words.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        segment.getStyleClass().add("segment");
        segment.setToggleGroup(group);
        segment.setOnAction(e -> {
            value.set(choice);
            show(choice);
        });
        segments.add(segment);
        getChildren().add(segment);
    }

    /** Returns the one that holds, never null. */
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    public T getValue() {
        return value.get();
    }

    public void setValue(T choice) {
        value.set(choice);
    }

    /** Returns the button of a choice, to disable it or to explain it with a tooltip. */
    public ToggleButton segment(T choice) {
        return segments.get(choices.indexOf(choice));
    }

    private void show(T choice) {
        int index = choices.indexOf(choice);
        if (index >= 0) {
            group.selectToggle(segments.get(index));
        }
    }

    // A click on the chosen segment must not leave none chosen.
    private void keepOne(Toggle old, Toggle now) {
        if (now == null && old != null) {
            group.selectToggle(old);
        }
    }

    private void onKey(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int next = choices.indexOf(value.get()) + step;
        if (step != 0
                && next >= 0
                && next < choices.size()
                && !segments.get(next).isDisabled()) {
            value.set(choices.get(next));
            segments.get(next).requestFocus();
        }
        if (step != 0) {
            event.consume();
        }
    }
}
