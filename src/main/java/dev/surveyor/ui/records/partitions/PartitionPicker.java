package dev.surveyor.ui.records.partitions;

import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.NodePopup;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.records.RecordStyles;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The list of partitions below its chip. A field narrows it, the arrows walk, Space chooses, Enter applies - in the
 * field, what was typed -, Esc closes and changes nothing.
 */
final class PartitionPicker extends NodePopup {

    private static final PseudoClass EDITING = PseudoClass.getPseudoClass("editing");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private static final int BORDER = 1;
    private static final int LEAST_ROWS = 4;
    private static final int MOST_ROWS = 12;

    private final PartitionPick pick;
    private final TextField narrow = new TextField();
    private final ListView<PartitionId> list = new ListView<>();
    private final IntegerProperty rows = new SimpleIntegerProperty(MOST_ROWS);
    private final Label nothing = new Label();
    private final Label note = new Label();
    private final Hyperlink withRecords;
    private final Hyperlink listed;
    private final HBox links;
    private final Button apply = Controls.button(
            "records-partitions-apply", "Apply", "Reads these partitions; the table starts anew (Enter)", "accent");
    private final PartitionRow.Heads heads;

    PartitionPicker(PartitionPick pick) {
        this.pick = pick;
        this.heads = new PartitionRow.Heads();
        this.withRecords = Controls.link(
                "records-partitions-with-records",
                "Only with records",
                "Those whose high watermark is behind their begin",
                pick::chooseWithRecords);
        this.listed = Controls.link(
                "records-partitions-listed",
                "Only listed",
                "Those that the field leaves, and no other",
                pick::chooseListed);
        this.links = new HBox(
                12,
                Controls.link("records-partitions-all", "All", "Every partition", pick::chooseAll),
                Controls.link(
                        "records-partitions-none", "None", "No partition, to choose some by hand", pick::chooseNone),
                withRecords,
                listed);
        links.getChildren().forEach(link -> Uncut.keep((Hyperlink) link));
        links.setAlignment(Pos.CENTER_LEFT);
        setHideOnEscape(false);
        setContent(content());
        pick.changesProperty().addListener((source, before, now) -> refresh());
        pick.narrowProperty().addListener((source, before, now) -> refresh());
    }

    /** Opens below the chip, with what is read now. */
    void open(Node chip, double screenX, double screenY) {
        pick.open();
        refresh();
        rows.set(Math.max(LEAST_ROWS, Math.min(MOST_ROWS, pick.listed().size())));
        list.getSelectionModel().clearSelection();
        list.scrollTo(0);
        show(chip, screenX, screenY);
        (pick.choosable() ? narrow : list).requestFocus();
    }

    private VBox content() {
        HBox top = new HBox(12, field(), links);
        top.setAlignment(Pos.CENTER_LEFT);
        list.setId("records-partitions-list");
        list.setAccessibleText("Partitions; Space chooses, Enter applies");
        list.setCellFactory(view -> new PartitionRow(pick));
        list.setItems(pick.listed());
        list.setPlaceholder(nothing);
        list.prefHeightProperty()
                .bind(list.fixedCellSizeProperty().multiply(rows).add(2 * BORDER));
        VBox content = new VBox(top, heads, list, foot());
        content.setId("records-partitions-picker");
        content.getStyleClass().add("partition-picker");
        content.getStylesheets().add(RecordStyles.sheet());
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        return content;
    }

    private HBox field() {
        narrow.setId("records-partitions-narrow");
        narrow.setPromptText("0-9, 12");
        narrow.setAccessibleText("Numbers and ranges of the partitions to list, such as 0-9, 12");
        narrow.setTooltip(new Tooltip("Lists only these; Enter reads only these, Down goes to the list"));
        narrow.textProperty().bindBidirectional(pick.narrowProperty());
        HBox.setHgrow(narrow, Priority.ALWAYS);
        HBox frame = new HBox(new FontIcon(Feather.SEARCH), narrow);
        frame.getStyleClass().add("query-frame");
        frame.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(frame, Priority.ALWAYS);
        narrow.focusedProperty().addListener((source, before, now) -> {
            frame.pseudoClassStateChanged(EDITING, now);
            refresh();
        });
        pick.problemProperty()
                .addListener((source, before, now) -> frame.pseudoClassStateChanged(WRONG, !now.isEmpty()));
        return frame;
    }

    private HBox foot() {
        note.setId("records-partitions-note");
        note.getStyleClass().add("caption");
        apply.setOnAction(event -> apply());
        HBox foot = new HBox(8, note, new Spacer(), apply);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void refresh() {
        boolean choosable = pick.choosable();
        Shown.set(links, choosable);
        apply.setVisible(choosable);
        apply.setDisable(!pick.applicable());
        withRecords.setDisable(!pick.knowsRecords());
        listed.setDisable(pick.narrowProperty().get().isBlank() || pick.listed().isEmpty());
        nothing.setText(
                pick.problemProperty().get().isEmpty()
                        ? "No such partition"
                        : pick.problemProperty().get());
        String enter = narrow.isFocused() ? pick.whatEnterDoes() : "";
        note.setText(choosable ? pick.summary() + enter : pick.summary() + ". " + pick.whyNot());
        heads.show(choosable, pick.severalTopics());
    }

    private void apply() {
        if (pick.applicable()) {
            hide();
            pick.apply();
        }
    }

    private void key(KeyEvent event) {
        boolean inList = list.isFocused();
        int row = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ENTER -> {
                if (!narrow.isFocused() || pick.takeTyped()) {
                    apply();
                }
            }
            case ESCAPE -> hide();
            case DOWN -> {
                if (inList && row >= 0) {
                    return;
                }
                list.requestFocus();
                list.getSelectionModel().selectFirst();
            }
            case UP -> {
                if (!inList || row > 0) {
                    return;
                }
                narrow.requestFocus();
            }
            case SPACE -> {
                PartitionId partition = list.getSelectionModel().getSelectedItem();
                if (!inList || partition == null) {
                    return;
                }
                pick.toggle(partition);
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
