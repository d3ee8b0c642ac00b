package dev.surveyor.ui.seek;

import dev.surveyor.domain.consume.SeekTarget;
import dev.surveyor.domain.time.TimeReader;
import dev.surveyor.domain.time.Times;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyleFamily;
import dev.surveyor.ui.parts.Uncut;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Where to move to, in six ways, and what the move reaches. */
final class SeekTargetPane extends VBox {

    private static final StyleFamily TONES = new StyleFamily("danger", "muted");

    /** Keys that change nothing in a field. */
    private static final Set<KeyCode> PASSING = EnumSet.of(
            KeyCode.TAB, KeyCode.ESCAPE, KeyCode.ENTER, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END);

    private final SeekViewModel model;
    private final SeekForm form;
    private final ToggleGroup kinds = new ToggleGroup();
    private final Map<SeekForm.Kind, RadioButton> radios = new EnumMap<>(SeekForm.Kind.class);
    private final TextField offset = field("seek-offset");
    private final TextField relative = field("seek-relative");
    private final TextField time = field("seek-time");
    private final ComboBox<SeekTarget.From> from = new ComboBox<>();
    private final ComboBox<String> group = new ComboBox<>();
    private final Label echo = new Label();

    SeekTargetPane(SeekViewModel model) {
        this.model = model;
        this.form = model.form();
        getStyleClass().add("seek-target");
        for (SeekForm.Kind kind : SeekForm.Kind.values()) {
            radios.put(kind, radio(kind));
        }
        getChildren().addAll(choices(), echo, new SeekScope(model));
        bind();
    }

    void focusFirst() {
        radio(kinds).requestFocus();
    }

    private GridPane choices() {
        offset.getStyleClass().add("number");
        relative.getStyleClass().add("number");
        from.setId("seek-from");
        from.getItems().setAll(SeekTarget.From.POSITION, SeekTarget.From.BEGINNING, SeekTarget.From.END);
        from.setButtonCell(new FromCell(model));
        from.setCellFactory(list -> new FromCell(model));
        from.setAccessibleText("What a relative move counts from");
        group.setId("seek-group");
        group.setAccessibleText("Group whose commits to go to");
        time.setTooltip(new Tooltip("Also " + TimeReader.EXPECTED));
        Label zone = muted(new Times(model.zone()).zoneName());
        GridPane grid = new GridPane();
        grid.getStyleClass().add("seek-choices");
        grid.getColumnConstraints().addAll(columns(80, 80), columns(96, 144), columns(340, 376), columns(300, 380));
        grid.add(muted("Move to"), 0, 0);
        grid.add(cell(SeekForm.Kind.BEGINNING), 1, 0);
        grid.add(cell(SeekForm.Kind.END), 1, 1);
        grid.add(cell(SeekForm.Kind.OFFSET, offset, muted("in every ticked partition")), 2, 0);
        grid.add(cell(SeekForm.Kind.RELATIVE, relative, muted("to"), from), 2, 1);
        grid.add(cell(SeekForm.Kind.TIME, time, zone), 3, 0);
        grid.add(cell(SeekForm.Kind.COMMITTED, group), 3, 1);
        return grid;
    }

    private static ColumnConstraints columns(double min, double width) {
        ColumnConstraints column = new ColumnConstraints(min, width, Double.MAX_VALUE);
        column.setHgrow(Priority.NEVER);
        return column;
    }

    private void bind() {
        offset.textProperty().bindBidirectional(form.offsetProperty());
        relative.textProperty().bindBidirectional(form.relativeProperty());
        time.textProperty().bindBidirectional(form.timeProperty());
        from.valueProperty().bindBidirectional(form.fromProperty());
        group.setConverter(new GroupWords(form));
        group.setItems(form.groups());
        group.setPromptText("no group yet");
        group.valueProperty().bindBidirectional(form.groupProperty());
        select(form.kindProperty().get());
        kinds.selectedToggleProperty().addListener((at, old, now) -> {
            if (now != null) {
                form.kindProperty().set((SeekForm.Kind) now.getUserData());
            }
        });
        form.kindProperty().addListener((at, old, now) -> select(now));
        choose(offset, SeekForm.Kind.OFFSET);
        choose(relative, SeekForm.Kind.RELATIVE);
        choose(time, SeekForm.Kind.TIME);
        choose(from, SeekForm.Kind.RELATIVE);
        choose(group, SeekForm.Kind.COMMITTED);
        echo.setId("seek-time-echo");
        echo.getStyleClass().addAll("body-12", "seek-echo");
        Shown.foldHidden(echo);
        form.onChange(this::showEcho);
        model.formErrorProperty().addListener(at -> showEcho());
        showEcho();
    }

    /** A click into a field or a change of it chooses its row; the focus alone, on its way through, does not. */
    private void choose(Node field, SeekForm.Kind kind) {
        field.addEventFilter(
                MouseEvent.MOUSE_PRESSED, event -> form.kindProperty().set(kind));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            KeyCode key = event.getCode();
            if (!PASSING.contains(key) && !key.isModifierKey() && !key.isFunctionKey()) {
                form.kindProperty().set(kind);
            }
        });
    }

    private void showEcho() {
        String error = model.formErrorProperty().get();
        boolean time = form.kindProperty().get() == SeekForm.Kind.TIME;
        echo.setVisible(time || !error.isEmpty());
        echo.setText(error.isEmpty() ? form.timeInBothZones() : error);
        TONES.wear(echo, error.isEmpty() ? "muted" : "danger");
    }

    private void select(SeekForm.Kind kind) {
        radio(kind, radios).setSelected(true);
    }

    private static RadioButton radio(SeekForm.Kind kind, Map<SeekForm.Kind, RadioButton> radios) {
        RadioButton radio = radios.get(kind);
        if (radio == null) {
            throw new IllegalStateException("no radio button for " + kind);
        }
        return radio;
    }

    private static RadioButton radio(ToggleGroup group) {
        return (RadioButton) group.getSelectedToggle();
    }

    private RadioButton radio(SeekForm.Kind kind) {
        String words =
                switch (kind) {
                    case BEGINNING -> "_Beginning";
                    case END -> "_End";
                    case OFFSET -> "_Offset";
                    case TIME -> "_Time";
                    case RELATIVE -> "_Relative";
                    case COMMITTED -> "_Committed of";
                };
        RadioButton radio = new RadioButton(words);
        radio.setMnemonicParsing(true);
        radio.setId("seek-to-" + kind.name().toLowerCase(Locale.ROOT));
        radio.setUserData(kind);
        radio.setToggleGroup(kinds);
        Uncut.keep(radio);
        return radio;
    }

    private HBox cell(SeekForm.Kind kind, Node... fields) {
        HBox cell = new HBox(8, radio(kind, radios));
        cell.getChildren().addAll(fields);
        cell.setAlignment(Pos.CENTER_LEFT);
        return cell;
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("body-12", "muted");
        return label;
    }

    private static TextField field(String id) {
        return Controls.field(id, "", "mono", "seek-field");
    }

    /** The list is not for typing, so nothing is read back. */
    private static final class GroupWords extends StringConverter<String> {
        private final SeekForm form;

        GroupWords(SeekForm form) {
            this.form = form;
        }

        @Override
        public String toString(@Nullable String id) {
            return id == null ? "" : form.groupWords(id);
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }

    /** What a relative move counts from; a group has no position but what it has committed. */
    private static final class FromCell extends ListCell<SeekTarget.From> {
        private final SeekViewModel model;

        FromCell(SeekViewModel model) {
            this.model = model;
            model.subjectProperty().addListener(at -> show());
        }

        @Override
        protected void updateItem(SeekTarget.@Nullable From from, boolean empty) {
            super.updateItem(from, empty);
            show();
        }

        private void show() {
            SeekTarget.From from = getItem();
            setText(
                    from == null
                            ? ""
                            : switch (from) {
                                case BEGINNING -> "Beginning";
                                case POSITION -> model.subject().commits() ? "Committed" : "Position";
                                case END -> "End";
                            });
        }
    }
}
