package dev.surveyor.ui.connections;

import dev.surveyor.service.connection.ClientPropertyCatalog;
import dev.surveyor.service.connection.ClientPropertyCatalog.ClientProperty;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyleFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A client property as two fields, and below them room for what is wrong, or what the client says of it. */
final class PropertyRowView extends VBox {

    private static final StyleFamily TONES = new StyleFamily("danger", "muted");

    private final PropertyRow row;
    private final TextField name = new TextField();
    private final TextField plain = new TextField();
    private final PasswordField masked = new PasswordField();
    private final ToggleButton reveal =
            Controls.iconToggle("", Feather.EYE, "Show what is typed", "flat", "button-icon");
    private final Button away;
    private final Label below = new Label();
    private final Tooltip whole = new Tooltip();
    private final FieldProblem problem;

    PropertyRowView(
            PropertyRow row,
            ClientPropertyCatalog catalog,
            Consumer<PropertyRow> remove,
            Consumer<PropertyRow> focused) {
        this.row = row;
        getStyleClass().add("property-row");
        name.getStyleClass().addAll("mono", "property-name");
        name.setPromptText("name");
        name.setAccessibleText("Property name");
        name.textProperty().bindBidirectional(row.nameProperty());
        NameCompletion.on(name, catalog);
        for (TextField field : new TextField[] {plain, masked}) {
            field.getStyleClass().addAll("mono", "property-value");
            field.setAccessibleText("Property value");
            field.textProperty().bindBidirectional(row.valueProperty());
        }
        plain.setPromptText("value");
        masked.setPromptText("asked for at connect");
        StackPane value = new StackPane(plain, masked);
        HBox.setHgrow(value, Priority.ALWAYS);
        away = Controls.dataButton(
                new FontIcon(Feather.X),
                "Remove this property",
                () -> remove.accept(row),
                "flat",
                "button-icon",
                "property-remove");
        HBox line = new HBox(8, name, value, reveal, away);
        line.setAlignment(Pos.CENTER_LEFT);
        below.setTooltip(whole);
        below.getStyleClass().add("property-below");
        getChildren().addAll(line, below);
        problem = new FieldProblem(row.problemProperty(), name, plain, masked);
        bind(focused);
    }

    /** Names the row and its controls by its place. */
    void ids(String id) {
        setId(id);
        name.setId(id + "-name");
        plain.setId(id + "-value");
        masked.setId(id + "-secret");
        reveal.setId(id + "-reveal");
        away.setId(id + "-remove");
    }

    void focusName() {
        name.requestFocus();
    }

    private void bind(Consumer<PropertyRow> focused) {
        Shown.when(reveal, row.secretProperty());
        row.secretProperty().addListener((property, before, now) -> mask());
        reveal.selectedProperty().addListener((property, before, now) -> mask());
        plain.focusedProperty().addListener((property, before, now) -> mask());
        masked.focusedProperty().addListener((property, before, now) -> mask());
        mask();
        plain.visibleProperty().bind(masked.visibleProperty().not());
        row.nameProperty().addListener((property, before, now) -> showBelow());
        problem.shownProperty().addListener((property, before, now) -> showBelow());
        row.secretProperty().addListener((property, before, now) -> showBelow());
        showBelow();
        for (TextField field : new TextField[] {name, plain, masked}) {
            field.focusedProperty().addListener((property, before, now) -> {
                if (now) {
                    focused.accept(row);
                }
            });
        }
    }

    /** Changes the field only when it is not typed in: with a field that vanishes go caret and keys. */
    private void mask() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (!plain.equals(owner) && !masked.equals(owner)) {
            masked.setVisible(row.secretProperty().get() && !reveal.isSelected());
        }
    }

    private void showBelow() {
        String told = problem.shownProperty().get();
        boolean wrong = !told.isEmpty();
        TONES.wear(below, wrong ? "danger" : "muted");
        String words = wrong ? told : about();
        below.setText(words);
        below.setVisible(!words.isEmpty());
        whole.setText(words);
        name.getStyleClass().remove("invalid");
        plain.getStyleClass().remove("invalid");
        if (wrong) {
            (row.known().isPresent() ? plain : name).getStyleClass().add("invalid");
        }
    }

    private String about() {
        List<String> parts = new ArrayList<>();
        if (row.secretProperty().get()) {
            parts.add("masked, asked for at connect, never saved");
        }
        row.known().ifPresent(property -> addFacts(property, parts));
        return String.join(" · ", parts);
    }

    private static void addFacts(ClientProperty property, List<String> parts) {
        if (!property.secret()) {
            parts.add(property.type().toLowerCase(Locale.ROOT));
        }
        if (!property.defaultText().isEmpty()) {
            parts.add("default " + property.defaultText());
        }
        if (!property.range().isEmpty()) {
            parts.add(property.range());
        }
    }
}
