package dev.surveyor.ui.producer;

import dev.surveyor.codec.encode.Encoded;
import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.service.produce.Presence;
import dev.surveyor.ui.fx.Prompts;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.PartitionChip;
import dev.surveyor.ui.parts.SegmentedControl;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyledShape;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.parts.ZoneTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first two rows of the form: topic, partition and timestamp; key and opaque tag. */
final class TargetBar extends VBox {

    private final ProducerViewModel model;
    private final Target target;

    private final ComboBox<String> topic = Types.combo("producer-topic", List.of());
    private final ComboBox<Integer> partition = Types.combo("producer-partition", List.of(Target.AUTO));
    private final PartitionChip chip = new PartitionChip(0);
    private final Label prediction = new Label();
    private final ComboBox<Boolean> timeKind = Types.combo("producer-timestamp-kind", List.of(false, true));
    private final TextField time = new TextField();
    private final ComboBox<ValueType> keyType = Types.combo("producer-key-type", Types.OF_TEXT);
    private static final PseudoClass UNUSED = PseudoClass.getPseudoClass("unused");

    private final SegmentedControl<Presence> keyPresence = Types.presence("producer-key-presence");
    private final TextField key = new TextField();
    private final Label keySize = new Label();
    private final TextField opaque = new TextField();
    private final Tooltip how = new Tooltip("By murmur2 of the key's bytes, as the Java client does it");
    private boolean narrow;

    TargetBar(ProducerViewModel model) {
        this.model = model;
        this.target = model.form().target();
        getChildren().addAll(targetRow(), keyRow());
        bind();
    }

    private HBox targetRow() {
        topic.setEditable(true);
        topic.getStyleClass().add("mono");
        partition.setConverter(
                Controls.words(number -> number == Target.AUTO ? "Auto (by key)" : "Partition " + number));
        prediction.setId("producer-prediction");
        prediction.getStyleClass().addAll("body-12", "muted");
        Uncut.keep(prediction);
        chip.setId("producer-predicted");
        timeKind.setConverter(Controls.words(fixed -> fixed ? "Fixed" : "Now, per record"));
        time.setId("producer-timestamp");
        time.setAccessibleText("Timestamp of the record");
        time.setPromptText("10:00, ISO, epoch ms");
        time.getStyleClass().add("mono");
        Shown.foldHidden(time);
        FontIcon arrow = new FontIcon(Feather.ARROW_RIGHT);
        arrow.getStyleClass().addAll("small-icon", "muted");
        Label topicLabel = first(Types.label("_Topic", topic));
        HBox row = new HBox(
                8,
                topicLabel,
                topic,
                new StyledShape("target-gap"),
                Types.label("_Partition", partition),
                partition,
                arrow,
                chip,
                prediction,
                Spacer.ofTheRest(),
                Types.label("T_imestamp", timeKind),
                timeKind,
                time);
        row.getStyleClass().add("target-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox keyRow() {
        key.setId("producer-key");
        key.getStyleClass().add("mono");
        HBox.setHgrow(key, Priority.ALWAYS);
        keySize.setId("producer-key-size");
        keySize.getStyleClass().addAll("mono", "muted");
        opaque.setId("producer-opaque");
        opaque.getStyleClass().add("mono");
        opaque.setTooltip(new Tooltip("Your own tag: it comes back with the delivery and never goes to the broker"));
        HBox row = new HBox(
                8,
                first(Types.label("_Key", key)),
                keyType,
                keyPresence,
                key,
                keySize,
                Spacer.ofTheRest(),
                Types.label("_Opaque tag", opaque),
                opaque);
        row.getStyleClass().add("key-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void bind() {
        ZoneTimes.follow(this, target.zone(), times -> showPrediction());
        topic.getItems().setAll(target.topics());
        target.topics()
                .addListener((javafx.beans.Observable changed) ->
                        offerTopics(topic.getEditor().getText()));
        topic.getEditor().textProperty().bindBidirectional(target.topicProperty());
        topic.getEditor().textProperty().addListener((at, old, now) -> {
            if (topic.getEditor().isFocused() && !target.topics().contains(now)) {
                offerTopics(now);
                topic.show();
            }
        });
        topic.setOnAction(e -> {
            if (topic.getValue() != null) {
                topic.getEditor().setText(topic.getValue());
            }
        });
        topic.setOnHidden(e -> offerTopics(""));
        target.partitionsProperty().addListener((at, old, now) -> offerPartitions(now.intValue()));
        offerPartitions(target.partitionsProperty().get());
        partition.valueProperty().addListener((at, old, now) -> {
            if (now != null) {
                target.partitionProperty().set(now);
            }
        });
        target.partitionProperty().addListener((at, old, now) -> partition.setValue(now.intValue()));
        model.predictedProperty().addListener(at -> showPrediction());
        model.form().onChange(this::showPrediction);
        timeKind.setValue(target.fixedTimeProperty().get());
        timeKind.valueProperty()
                .addListener((at, old, now) -> target.fixedTimeProperty().set(now));
        target.fixedTimeProperty().addListener((at, old, now) -> timeKind.setValue(now));
        time.visibleProperty().bind(target.fixedTimeProperty());
        time.textProperty().bindBidirectional(target.timeProperty());
        opaque.textProperty().bindBidirectional(model.form().opaqueProperty());
        Payload payload = model.form().key();
        keyType.valueProperty().bindBidirectional(payload.typeProperty());
        keyPresence.valueProperty().bindBidirectional(payload.presenceProperty());
        key.textProperty().bindBidirectional(payload.textProperty());
        Prompts.fit(key, payload.presenceProperty().map(presence -> switch (presence) {
            case NULL -> List.of("null: type to give it a value", "null");
            case EMPTY -> List.of("empty: type to give it a value", "empty");
            case VALUE -> List.of("");
        }));
        // Text that is kept while the key is null or empty is not what is sent, and looks so.
        payload.presenceProperty()
                .addListener((at, old, now) -> key.pseudoClassStateChanged(UNUSED, now != Presence.VALUE));
        key.pseudoClassStateChanged(UNUSED, payload.presenceProperty().get() != Presence.VALUE);
        key.textProperty().addListener((at, old, now) -> {
            if (key.isFocused() && !now.isEmpty()) {
                payload.presenceProperty().set(Presence.VALUE);
            }
        });
        payload.encodedProperty().addListener(at -> showKeySize());
        showKeySize();
        showPrediction();
    }

    void focus() {
        if (target.topicProperty().get().isEmpty()) {
            topic.requestFocus();
        } else {
            key.requestFocus();
        }
    }

    private void offerTopics(String typed) {
        String part = typed.toLowerCase(Locale.ROOT);
        List<String> matching = target.topics().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                .toList();
        if (!topic.getItems().equals(matching)) {
            String text = topic.getEditor().getText();
            topic.getItems().setAll(matching);
            topic.getEditor().setText(text);
            topic.getEditor().end();
        }
    }

    private void offerPartitions(int count) {
        List<Integer> choices = new ArrayList<>();
        choices.add(Target.AUTO);
        int fixed = target.partitionProperty().get();
        for (int i = 0; i < Math.max(count, fixed + 1); i++) {
            choices.add(i);
        }
        partition.getItems().setAll(choices);
        partition.setValue(fixed);
    }

    private void showPrediction() {
        int predicted = model.predictedProperty().get();
        int fixed = target.partitionProperty().get();
        boolean known = predicted >= 0 || fixed >= 0;
        Shown.set(chip, known);
        if (known) {
            chip.setPartition(fixed >= 0 ? fixed : predicted);
        }
        prediction.setText(fixed >= 0 ? "fixed" : predicted >= 0 ? predicted() : "decided at send");
        prediction.setTooltip(fixed < 0 && predicted >= 0 ? how : null);
        String at = target.timestampWords();
        time.setTooltip(at.isEmpty() ? null : new Tooltip(at));
    }

    private String predicted() {
        return narrow ? "predicted" : "predicted \u00b7 murmur2";
    }

    /** Leaves out by which hash a partition is predicted; the tooltip has it. */
    void setNarrow(boolean now) {
        narrow = now;
        showPrediction();
    }

    private void showKeySize() {
        Payload payload = model.form().key();
        Encoded.Invalid error = payload.error();
        byte[] bytes = payload.sampleBytes();
        keySize.setText(error != null ? "\u2014" : bytes == null ? "null" : Sizes.text(bytes.length));
        key.getStyleClass().remove("invalid");
        key.setTooltip(error == null ? null : new Tooltip(error.toString()));
        if (error != null) {
            key.getStyleClass().add("invalid");
        }
    }

    private static Label first(Label label) {
        label.setMnemonicParsing(true);
        label.getStyleClass().add("first-label");
        return label;
    }
}
