package dev.surveyor.ui.inspector;

import dev.surveyor.service.field.MenuField;
import dev.surveyor.ui.parts.Controls;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** The context menu of a field or a header. The order is fixed; what cannot be done with this field keeps its place. */
final class FieldMenu extends ContextMenu {

    private final Supplier<@Nullable MenuField> field;
    private final MenuItem filterFor = Controls.item("inspector-field-filter-for", "Filter for", () -> {});
    private final MenuItem filterOut = Controls.item("inspector-field-filter-out", "Filter out", () -> {});
    private final MenuItem column = Controls.item("inspector-field-add-column", "Add as column", () -> {});
    private final MenuItem copyPath = Controls.item("inspector-field-copy-path", "Copy path", () -> {});
    private final MenuItem copyValue = Controls.item("inspector-field-copy-value", "Copy value", () -> {});

    /**
     * @param field returns the field for which the menu opens, null for none
     */
    FieldMenu(FieldActions actions, Supplier<@Nullable MenuField> field) {
        this.field = field;
        setId("inspector-field-menu");
        run(filterFor, actions::filterFor);
        run(filterOut, actions::filterOut);
        run(column, actions::addColumn);
        run(copyPath, actions::copyPath);
        run(copyValue, actions::copyValue);
        getItems().addAll(filterFor, filterOut);
        if (actions.columns()) {
            getItems().add(column);
        }
        getItems().addAll(new SeparatorMenuItem(), copyPath, copyValue);
        setOnShowing(event -> describe());
    }

    private void describe() {
        MenuField now = field.get();
        String condition = now == null ? null : now.condition();
        String words = condition == null ? "" : " " + MenuField.words(condition);
        String why = now == null ? "" : " (" + now.why() + ")";
        filterFor.setText("Filter for" + (condition == null ? why : words));
        filterOut.setText("Filter out" + (condition == null ? why : words));
        filterFor.setDisable(condition == null);
        filterOut.setDisable(condition == null);
        boolean takes = now != null && now.column();
        column.setText("Add as column" + (takes ? "" : why));
        column.setDisable(!takes);
        copyPath.setDisable(now == null);
        copyValue.setDisable(now == null);
    }

    private void run(MenuItem item, Consumer<MenuField> action) {
        item.setOnAction(event -> {
            MenuField now = field.get();
            if (now != null) {
                action.accept(now);
            }
        });
    }
}
