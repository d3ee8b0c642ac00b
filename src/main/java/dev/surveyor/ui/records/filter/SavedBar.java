package dev.surveyor.ui.records.filter;

import dev.surveyor.service.rows.Notice;
import dev.surveyor.service.settings.SavedFilters;
import dev.surveyor.service.settings.SavedFilters.Saved;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The saved filters: a menu to keep and delete them, and a button for each that puts it in force or takes it out. */
public final class SavedBar {

    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final FilterViewModel filter;
    private final SavedFilters saved;
    private final Dialogs dialogs;
    private final Consumer<Notice> tell;
    private final MenuButton menu = new MenuButton("Saved");
    private final FlowPane buttons = new FlowPane(6, 4);

    /**
     * @param tell says something in the strip above the rows
     */
    public SavedBar(FilterViewModel filter, SavedFilters saved, Dialogs dialogs, Consumer<Notice> tell) {
        this.filter = filter;
        this.saved = saved;
        this.dialogs = dialogs;
        this.tell = tell;
        menu.setId("records-filter-saved");
        menu.getStyleClass().add("flat");
        menu.setGraphic(new FontIcon(Feather.STAR));
        Uncut.keep(menu);
        menu.setTooltip(new Tooltip("Filters that you gave a name, and the last ten"));
        menu.setOnShowing(event -> fillMenu());
        buttons.setId("records-filter-buttons");
        buttons.getStyleClass().add("filter-buttons");
        filter.appliedProperty().addListener((source, before, now) -> mark());
        fillMenu();
        fillButtons();
    }

    MenuButton menu() {
        return menu;
    }

    /** Returns the row of buttons; it takes no room while nothing is saved. */
    FlowPane buttons() {
        return buttons;
    }

    /** Shows what another table has saved meanwhile. */
    void refresh() {
        fillButtons();
    }

    private void fillMenu() {
        MenuItem save = Controls.item(
                "records-filter-save",
                filter.appliedProperty().get().isEmpty() ? "Save this filter… (apply one first)" : "Save this filter…",
                this::askName);
        save.setDisable(filter.appliedProperty().get().isEmpty());
        menu.getItems().setAll(save, new SeparatorMenuItem());
        List<Saved> all = saved.all();
        Menu delete = new Menu("Delete");
        delete.setId("records-filter-delete");
        for (Saved one : all) {
            menu.getItems().add(Controls.dataItem(one.name() + "   " + one.filter(), () -> filter.apply(one.filter())));
            MenuItem drop = Controls.dataItem(one.name(), () -> delete(one));
            drop.setId("records-filter-delete-" + delete.getItems().size());
            delete.getItems().add(drop);
        }
        if (!all.isEmpty()) {
            menu.getItems().addAll(delete, new SeparatorMenuItem());
        }
        for (String recent : filter.history()) {
            MenuItem item = Controls.dataItem(recent, () -> filter.apply(recent));
            item.setGraphic(new FontIcon(Feather.CLOCK));
            menu.getItems().add(item);
        }
    }

    private void askName() {
        String text = filter.appliedProperty().get();
        dialogs.askText(new Dialogs.TextRequest("Save the filter", "Name of the filter  " + text, "", "Save"), name -> {
            saved.save(name, text);
            fillButtons();
        });
    }

    private void delete(Saved one) {
        Runnable undo = saved.delete(one);
        fillButtons();
        tell.accept(new Notice.Undoable("The filter " + one.name() + " was deleted.", one.filter(), () -> {
            undo.run();
            fillButtons();
        }));
    }

    private void fillButtons() {
        buttons.getChildren().clear();
        int number = 0;
        for (Saved one : saved.all()) {
            Button button = Controls.button(
                    "records-filter-button-" + number++, one.name(), one.filter(), () -> toggle(one), "chip-button");
            button.setMnemonicParsing(false);
            button.setUserData(one);
            button.setContextMenu(new ContextMenu(Controls.dataItem("Delete " + one.name(), () -> delete(one))));
            buttons.getChildren().add(button);
        }
        Shown.set(buttons, number > 0);
        mark();
    }

    private void toggle(Saved one) {
        if (filter.appliedProperty().get().equals(one.filter())) {
            filter.clear();
        } else {
            filter.apply(one.filter());
        }
    }

    private void mark() {
        buttons.getChildren().forEach(button -> {
            boolean on = button.getUserData() instanceof Saved one
                    && one.filter().equals(filter.appliedProperty().get());
            button.pseudoClassStateChanged(ON, on);
            button.setAccessibleText(
                    button.getUserData() instanceof Saved one ? "Filter " + one.name() + (on ? ", on" : ", off") : "");
        });
    }
}
