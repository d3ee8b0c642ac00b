package dev.surveyor.ui.producer;

import dev.surveyor.codec.encode.Encoded;
import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.ui.parts.ValueTag;
import java.util.Arrays;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.Property;
import javafx.event.EventTarget;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The cells of the headers table. Each edits its row in place; ids end in the number of the row, from 1. */
final class HeaderCells {

    private HeaderCells() {}

    /** Returns the header whose cell holds the node, or null. */
    static @Nullable HeaderRow rowOf(EventTarget target) {
        for (Node node = target instanceof Node first ? first : null; node != null; node = node.getParent()) {
            if (node instanceof Cell cell) {
                return cell.getItem();
            }
        }
        return null;
    }

    /** A cell that is bound to a row while it shows it. */
    private abstract static class Cell extends TableCell<HeaderRow, HeaderRow> {
        private @Nullable HeaderRow bound;

        @Override
        protected void updateItem(@Nullable HeaderRow row, boolean empty) {
            super.updateItem(row, empty);
            HeaderRow now = empty ? null : row;
            if (now != bound) {
                if (bound != null) {
                    unbind(bound);
                }
                bound = now;
                if (now != null) {
                    bind(now);
                }
            }
            Node node = node();
            setGraphic(now == null ? null : node);
            node.setId(id() + "-" + (getIndex() + 1));
        }

        abstract Node node();

        abstract String id();

        abstract void bind(HeaderRow row);

        abstract void unbind(HeaderRow row);
    }

    /** Whether the header is sent. */
    static final class Tick extends Cell {
        private final CheckBox box = new CheckBox();

        Tick() {
            box.setAccessibleText("Send this header");
        }

        @Override
        Node node() {
            return box;
        }

        @Override
        String id() {
            return "producer-header-tick";
        }

        @Override
        void bind(HeaderRow row) {
            box.selectedProperty().bindBidirectional(row.tickedProperty());
        }

        @Override
        void unbind(HeaderRow row) {
            box.selectedProperty().unbindBidirectional(row.tickedProperty());
        }
    }

    /** The key, with a badge where it repeats. */
    static final class Key extends Cell {
        private final HeaderList headers;
        private final TextField field = field("key");
        private final Label badge = new Label();
        private final HBox box = new HBox(4, field, badge);
        private final InvalidationListener repeat = changed -> showRepeat();

        Key(HeaderList headers) {
            this.headers = headers;
            badge.getStyleClass().add("repeat-badge");
            badge.setMinWidth(USE_PREF_SIZE);
            badge.managedProperty().bind(badge.visibleProperty());
            HBox.setHgrow(field, Priority.ALWAYS);
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable HeaderRow row, boolean empty) {
            super.updateItem(row, empty);
            box.setId(null);
            field.setId(id() + "-" + (getIndex() + 1));
            showRepeat();
        }

        @Override
        Node node() {
            return box;
        }

        @Override
        String id() {
            return "producer-header-key";
        }

        @Override
        void bind(HeaderRow row) {
            field.textProperty().bindBidirectional(row.keyProperty());
            headers.rows().addListener(repeat);
        }

        @Override
        void unbind(HeaderRow row) {
            field.textProperty().unbindBidirectional(row.keyProperty());
            headers.rows().removeListener(repeat);
        }

        private void showRepeat() {
            HeaderRow row = getItem();
            int occurrence = row == null ? 1 : headers.occurrence(row);
            badge.setVisible(occurrence > 1);
            badge.setText(occurrence == 2 ? "2nd" : occurrence == 3 ? "3rd" : occurrence + "th");
        }
    }

    /** The type of the value; null and empty are types here. */
    static final class Type extends Cell {
        private final ComboBox<ValueType> combo = new ComboBox<>();
        private final InvalidationListener show = changed -> show();
        private boolean showing;

        Type() {
            combo.getItems().setAll(Arrays.asList(ValueType.values()));
            combo.setConverter(Types.words(Type::words));
            combo.getStyleClass().add("cell-combo");
            combo.setMaxWidth(Double.MAX_VALUE);
            combo.setAccessibleText("Type of the header's value");
            combo.valueProperty().addListener((at, old, now) -> take(now));
        }

        private static String words(ValueType type) {
            return switch (type) {
                case STRING -> "Text";
                case NULL -> "\u2205 null";
                case EMPTY -> "\"\" empty";
                default -> type.toString();
            };
        }

        @Override
        Node node() {
            return combo;
        }

        @Override
        String id() {
            return "producer-header-type";
        }

        @Override
        void bind(HeaderRow row) {
            parts(row).forEach(part -> part.addListener(show));
            show(row.value());
        }

        @Override
        void unbind(HeaderRow row) {
            parts(row).forEach(part -> part.removeListener(show));
        }

        private static List<Property<?>> parts(HeaderRow row) {
            return List.of(row.value().typeProperty(), row.value().presenceProperty());
        }

        private void show() {
            HeaderRow row = getItem();
            if (row != null) {
                show(row.value());
            }
        }

        private void show(Payload value) {
            showing = true;
            combo.setValue(
                    switch (value.presenceProperty().get()) {
                        case NULL -> ValueType.NULL;
                        case EMPTY -> ValueType.EMPTY;
                        case VALUE -> value.typeProperty().get();
                    });
            showing = false;
        }

        private void take(@Nullable ValueType chosen) {
            HeaderRow row = getItem();
            if (showing || row == null || chosen == null) {
                return;
            }
            Payload value = row.value();
            if (chosen.takesText()) {
                value.typeProperty().set(chosen);
                value.presenceProperty().set(Presence.VALUE);
            } else {
                value.presenceProperty().set(chosen == ValueType.NULL ? Presence.NULL : Presence.EMPTY);
            }
        }
    }

    /** The text, or a tag where there is none to type. */
    static final class Value extends Cell {
        private final TextField field = field("value");
        private final ValueTag none = ValueTag.ofNull();
        private final ValueTag empty = ValueTag.empty();
        private final HBox box = new HBox(field);
        private final InvalidationListener show = changed -> show(getItem());

        Value() {
            HBox.setHgrow(field, Priority.ALWAYS);
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable HeaderRow row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            box.setId(null);
            field.setId(id() + "-" + (getIndex() + 1));
        }

        @Override
        Node node() {
            return box;
        }

        @Override
        String id() {
            return "producer-header-value";
        }

        @Override
        void bind(HeaderRow row) {
            field.textProperty().bindBidirectional(row.value().textProperty());
            row.value().encodedProperty().addListener(show);
            show(row);
        }

        @Override
        void unbind(HeaderRow row) {
            field.textProperty().unbindBidirectional(row.value().textProperty());
            row.value().encodedProperty().removeListener(show);
        }

        private void show(@Nullable HeaderRow row) {
            if (row == null) {
                return;
            }
            Node shown =
                    switch (row.value().presenceProperty().get()) {
                        case NULL -> none;
                        case EMPTY -> empty;
                        case VALUE -> field;
                    };
            if (box.getChildren().get(0) != shown) {
                box.getChildren().setAll(shown);
            }
            Encoded.Invalid error = row.value().error();
            field.getStyleClass().remove("invalid");
            field.setTooltip(error == null ? null : new Tooltip(error.toString()));
            if (error != null) {
                field.getStyleClass().add("invalid");
            }
            field.pseudoClassStateChanged(VARIES, row.value().varies());
        }

        private static final javafx.css.PseudoClass VARIES = javafx.css.PseudoClass.getPseudoClass("varies");
    }

    /** The bytes that are sent. */
    static final class Bytes extends Cell {
        private static final int MOST = 6;

        private final Label label = new Label();
        private final InvalidationListener show = changed -> show(getItem());

        Bytes() {
            label.getStyleClass().addAll("mono", "muted");
        }

        @Override
        Node node() {
            return label;
        }

        @Override
        String id() {
            return "producer-header-bytes";
        }

        @Override
        void bind(HeaderRow row) {
            row.value().encodedProperty().addListener(show);
            show(row);
        }

        @Override
        void unbind(HeaderRow row) {
            row.value().encodedProperty().removeListener(show);
        }

        private void show(@Nullable HeaderRow row) {
            if (row == null) {
                return;
            }
            byte[] bytes = row.value().sampleBytes();
            if (row.value().error() != null) {
                label.setText("not valid");
            } else if (bytes == null) {
                label.setText("\u2014");
            } else if (bytes.length == 0 || row.value().varies()) {
                label.setText(bytes.length + " B");
            } else {
                label.setText(ReadableBytes.hex(bytes, MOST) + (bytes.length > MOST ? " \u2026" : ""));
            }
        }
    }

    /** Takes the header away. */
    static final class Remove extends Cell {
        private final Button button = new Button("", new FontIcon(Feather.X));

        Remove(HeaderList headers) {
            button.getStyleClass().addAll("button-icon", "flat", "small", "cell-button");
            button.setAccessibleText("Remove this header");
            button.setTooltip(new Tooltip("Remove this header"));
            button.setOnAction(e -> {
                HeaderRow row = getItem();
                if (row != null) {
                    headers.remove(row);
                }
            });
        }

        @Override
        Node node() {
            return button;
        }

        @Override
        String id() {
            return "producer-header-remove";
        }

        @Override
        void bind(HeaderRow row) {}

        @Override
        void unbind(HeaderRow row) {}
    }

    private static TextField field(String prompt) {
        TextField field = new TextField();
        field.getStyleClass().addAll("mono", "cell-field");
        field.setPromptText(prompt);
        field.setMinWidth(0);
        return field;
    }
}
