package dev.surveyor.ui.shell;

import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The strip under the editor area, whose tabs open lists of what the clients reported. */
final class BottomPanel extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double OPEN_HEIGHT = 220;
    private static final double LEAST_HEIGHT = 120;
    private static final double LEAST_CHOSEN = 48;

    private final HBox strip = new HBox();
    private final StackPane body = new StackPane();
    private final FontIcon arrow = new FontIcon(Feather.CHEVRON_UP);
    private List<Tab> tabs = List.of();
    private @Nullable Tab open;

    /**
     * A tab of the strip.
     *
     * @param id the control's id
     * @param title its word
     * @param content what it opens
     */
    record Tab(String id, String title, Node content) {}

    BottomPanel() {
        getStyleClass().add("bottom-panel");
        strip.getStyleClass().add("bottom-strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        body.getStyleClass().add("bottom-body");
        body.setPrefHeight(OPEN_HEIGHT);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(strip, body);
        showBody(null);
    }

    /** Takes the tabs of a connection; an open one stays open where its title is there again. */
    void tabs(List<Tab> newTabs) {
        String before = open == null ? "" : open.title();
        tabs = List.copyOf(newTabs);
        Tab again = tabs.stream()
                .filter(tab -> tab.title().equals(before))
                .findFirst()
                .orElse(null);
        strip.getChildren().clear();
        Button toggle =
                Controls.button("bottom-toggle", "", "Open or close the panel (Ctrl+J)", this::toggle, "icon-button");
        toggle.setGraphic(arrow);
        toggle.setAccessibleText("Open or close the bottom panel, Ctrl J");
        strip.getChildren().add(toggle);
        tabs.forEach(tab -> strip.getChildren().add(button(tab)));
        Label keys = new Label("Ctrl J");
        keys.getStyleClass().add("key-hint");
        strip.getChildren().addAll(new Spacer(), keys);
        Shown.set(this, !tabs.isEmpty());
        showBody(again);
    }

    private Button button(Tab tab) {
        Button button =
                Controls.button(tab.id(), tab.title(), "", () -> showBody(tab.equals(open) ? null : tab), "bottom-tab");
        button.setUserData(tab);
        return button;
    }

    /** Opens the tab of that title. */
    void open(String title) {
        tabs.stream().filter(tab -> tab.title().equals(title)).findFirst().ifPresent(this::showBody);
    }

    void toggle() {
        showBody(open != null || tabs.isEmpty() ? null : tabs.get(0));
    }

    /** Returns whether a list is open. */
    ReadOnlyBooleanProperty openProperty() {
        return body.visibleProperty();
    }

    /**
     * Gives the panel a height with its strip while it is open.
     *
     * @param chosen in pixels, {@code NaN} for the usual one
     */
    void height(double chosen) {
        boolean usual = Double.isNaN(chosen);
        setPrefHeight(usual || open == null ? USE_COMPUTED_SIZE : chosen);
        body.setMinHeight(usual ? LEAST_HEIGHT : LEAST_CHOSEN);
    }

    private void showBody(@Nullable Tab tab) {
        open = tab;
        body.getChildren().setAll(tab == null ? List.of() : List.of(tab.content()));
        Shown.set(body, tab != null);
        arrow.setIconCode(tab == null ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
        strip.getChildren()
                .forEach(node -> node.pseudoClassStateChanged(SELECTED, tab != null && tab.equals(node.getUserData())));
    }
}
