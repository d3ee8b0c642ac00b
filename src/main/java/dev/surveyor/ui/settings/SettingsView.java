package dev.surveyor.ui.settings;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.service.settings.RowOrder;
import dev.surveyor.service.settings.TimeZoneChoice;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.fx.Zoom;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.SegmentedControl;
import dev.surveyor.ui.parts.StyleFamily;
import dev.surveyor.ui.parts.StyleSheets;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The settings of the whole window; each applies at once. */
public final class SettingsView extends VBox {

    private static final StyleFamily TONES = new StyleFamily("danger", "muted");

    private final SettingsViewModel model;

    public SettingsView(SettingsViewModel model) {
        this.model = model;
        getStylesheets().add(StyleSheets.of(SettingsView.class));
        getStyleClass().add("settings");
        setId("settings");
        getChildren().addAll(appearance(), time(), buffers());
    }

    private Node appearance() {
        Preferences preferences = model.preferences();
        return section(
                "Appearance",
                choice(
                        "settings-theme",
                        "Theme",
                        List.of(Theme.Choice.values()),
                        Theme.Choice::words,
                        preferences.themeProperty(),
                        "system: as the desktop says, where it says so"),
                number("settings-zoom", "Zoom in percent", model.zoom(), zoomHint()),
                choice(
                        "settings-rows",
                        "Rows of tables",
                        List.of(RowDensity.values()),
                        RowDensity::toString,
                        preferences.rowDensityProperty(),
                        "22, 26 or 32 px"),
                choice(
                        "settings-order",
                        "Order of live records",
                        List.of(RowOrder.values()),
                        RowOrder::toString,
                        preferences.rowOrderProperty(),
                        "new ones come where the table follows"));
    }

    private static String zoomHint() {
        return Zoom.LEAST + " to " + Zoom.MOST + ", as far as the window has room";
    }

    private Node time() {
        return section(
                "Time",
                choice(
                        "settings-zone",
                        "Time zone",
                        List.of(TimeZoneChoice.values()),
                        TimeZoneChoice::toString,
                        model.preferences().timeZoneProperty(),
                        "every time is shown with its zone"));
    }

    private Node buffers() {
        return section(
                "Buffer of a table, for tables opened from now on",
                number(
                        "settings-buffer-records",
                        "Records",
                        model.records(),
                        Numbers.grouped(Preferences.MIN_RECORDS) + " to " + Numbers.grouped(Preferences.MAX_RECORDS)),
                number(
                        "settings-buffer-megabytes",
                        "Size in MiB",
                        model.megabytes(),
                        "whichever is first; the oldest give way, counted"));
    }

    private static Node section(String title, Node... lines) {
        Label heading = new Label(title);
        heading.getStyleClass().add("semibold");
        VBox section = new VBox(heading);
        section.getStyleClass().add("settings-section");
        section.getChildren().addAll(lines);
        return section;
    }

    private static <T> Node choice(
            String id, String label, List<T> choices, Function<T, String> words, Property<T> value, String hint) {
        SegmentedControl<T> control = new SegmentedControl<>(id, words, choices);
        control.valueProperty().bindBidirectional(value);
        return line(label, control, hint(hint));
    }

    private static Node number(String id, String label, SettingsViewModel.NumberField number, String hint) {
        TextField field = Controls.field(id, "", "mono", "settings-number");
        field.textProperty().bindBidirectional(number.textProperty());
        Label words = hint(hint);
        words.setId(id + "-hint");
        number.problemProperty().addListener((property, before, problem) -> {
            boolean wrong = !problem.isEmpty();
            words.setText(wrong ? problem : hint);
            TONES.wear(words, wrong ? "danger" : "muted");
            field.getStyleClass().remove("invalid");
            if (wrong) {
                field.getStyleClass().add("invalid");
            }
        });
        return line(label, field, words);
    }

    private static Label hint(String text) {
        Label hint = new Label(text);
        hint.getStyleClass().addAll("muted", "body-12");
        return hint;
    }

    private static Node line(String label, Node control, Label hint) {
        Label words = new Label(label);
        words.getStyleClass().addAll("medium", "body-12", "muted", "settings-name");
        words.setLabelFor(control);
        HBox line = new HBox(8, words, control, hint);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("settings-line");
        return line;
    }
}
