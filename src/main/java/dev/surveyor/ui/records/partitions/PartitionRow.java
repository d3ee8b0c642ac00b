package dev.surveyor.ui.records.partitions;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.ui.parts.FilledListCell;
import dev.surveyor.ui.parts.PartitionChip;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyledShape;
import java.util.List;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A partition with its box and what is known of it; a click chooses it. */
final class PartitionRow extends FilledListCell<PartitionId> {

    private final PartitionPick pick;
    private final CheckBox box = new CheckBox();
    private final PartitionChip chip = new PartitionChip(0);
    private final HBox number = new HBox(chip);
    private final Label topic = new Label();
    private final Label begin = number();
    private final Label position = number();
    private final Label lastStable = number();
    private final Label highWatermark = number();
    private final Label lag = number();
    private final List<Label> facts = List.of(begin, position, lastStable, highWatermark, lag);
    private final Label trouble = new Label();
    private final HBox row = new HBox(box, number, topic);

    PartitionRow(PartitionPick pick) {
        this.pick = pick;
        getStyleClass().add("partition-row");
        setPrefWidth(0);
        row.getChildren().addAll(facts);
        row.getChildren().add(trouble);
        row.setAlignment(Pos.CENTER_LEFT);
        trouble.getStyleClass().addAll("body-12", "partition-trouble");
        trouble.setMinWidth(0);
        HBox.setHgrow(trouble, Priority.ALWAYS);
        number.getStyleClass().add("partition-number");
        number.setAlignment(Pos.CENTER_LEFT);
        topic.getStyleClass().add("partition-topic");
        box.setFocusTraversable(false);
        box.setMouseTransparent(true);
        setOnMouseClicked(event -> {
            if (getItem() != null) {
                pick.toggle(getItem());
            }
        });
        pick.changesProperty().addListener((source, before, now) -> {
            if (getItem() != null) {
                show(getItem());
            }
        });
    }

    @Override
    protected void clear() {
        setId(null);
    }

    @Override
    protected void show(PartitionId partition) {
        setId("records-partition-" + partition.partition());
        PartitionFacts.Fact fact = pick.fact(partition);
        Shown.set(box, pick.choosable());
        Shown.set(topic, pick.severalTopics());
        box.setSelected(pick.chosen(partition));
        chip.setPartition(partition.partition());
        topic.setText(partition.topic());
        begin.setText(text(fact.begin()));
        position.setText(text(fact.position()));
        lastStable.setText(text(fact.lastStable()));
        highWatermark.setText(text(fact.highWatermark()));
        lag.setText(text(fact.lag()));
        boolean untold = !fact.trouble().isEmpty();
        facts.forEach(label -> Shown.set(label, !untold));
        Shown.set(trouble, untold);
        trouble.setText(fact.trouble());
        setTooltip(untold ? new Tooltip(partition + " " + fact.trouble()) : null);
        setAccessibleText(untold ? words(partition) + ", " + fact.trouble() : words(partition));
        setGraphic(row);
    }

    /** Returns {@code Partition 3, chosen, begin 0, position 12, last stable offset 14, high watermark 14, lag 2}. */
    private String words(PartitionId partition) {
        String name =
                (pick.severalTopics() ? partition.topic() + ", partition " : "Partition ") + partition.partition();
        String state = !pick.choosable() ? "" : pick.chosen(partition) ? ", chosen" : ", not chosen";
        return name + state + ", begin " + begin.getText() + ", position " + position.getText()
                + ", last stable offset " + lastStable.getText() + ", high watermark " + highWatermark.getText()
                + ", lag " + lag.getText();
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Numbers.grouped(number.getAsLong()) : "—";
    }

    private static Label number() {
        Label label = new Label();
        label.getStyleClass().addAll("mono", "partition-fact");
        return label;
    }

    /** What the columns are called, above the list. */
    static final class Heads extends HBox {

        private final StyledShape box = new StyledShape("partition-box");
        private final Label topic = head("Topic", "", "partition-topic");

        Heads() {
            getStyleClass().add("partition-heads");
            getChildren().addAll(box, head("P", "Partition", "partition-number"), topic);
            getChildren()
                    .addAll(List.of(
                            head("Begin", "The first offset that is kept", "partition-fact"),
                            head("Position", "The offset that this consumer reads next", "partition-fact"),
                            head("LSO", "Last stable offset: no transaction is open before it", "partition-fact"),
                            head("HW", "High watermark: the offset after the last replicated record", "partition-fact"),
                            head("Lag", "From the position to the high watermark", "partition-fact")));
        }

        private static Label head(String words, String help, String column) {
            Label label = new Label(words);
            label.getStyleClass().addAll("caption", column);
            if (!help.isEmpty()) {
                label.setTooltip(new Tooltip(help));
            }
            return label;
        }

        void show(boolean choosable, boolean severalTopics) {
            Shown.set(box, choosable);
            Shown.set(topic, severalTopics);
        }
    }
}
