package dev.surveyor.ui.records.table;

import dev.surveyor.filter.FieldReader;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.records.filter.SeenFields;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Which columns are shown, which fields of the records are columns, and how times are written. In the head of the table,
 * and in a menu.
 */
public final class ColumnsMenu {

    private static final int MOST_FIELDS = 20;

    private final RecordColumns columns;
    private final SeenFields seen;
    private final Dialogs dialogs;

    public ColumnsMenu(RecordColumns columns, SeenFields seen, Dialogs dialogs) {
        this.columns = columns;
        this.seen = seen;
        this.dialogs = dialogs;
        ContextMenu menu = new ContextMenu();
        menu.setId("records-columns-menu");
        menu.setOnShowing(event -> {
            seen.refresh(() -> {});
            menu.getItems().setAll(items());
        });
        menu.getItems().setAll(items());
        columns.menu(menu);
    }

    /** Keeps a click that opens this menu from sorting too, as the head of a table would have it. */
    public static void keepFromSorting(TableView<?> table) {
        table.addEventFilter(MouseEvent.ANY, event -> {
            if (event.getButton() == MouseButton.SECONDARY && inHead(event.getTarget())) {
                event.consume();
            }
        });
    }

    private static boolean inHead(EventTarget target) {
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("column-header")) {
                return true;
            }
        }
        return false;
    }

    /** Returns the same choices as a menu inside another one. */
    public Menu submenu() {
        Menu menu = new Menu("Columns");
        menu.setId("records-columns");
        menu.getItems().setAll(items());
        return menu;
    }

    /** Brings the menu up to date, before it is shown. */
    public void fill(Menu menu) {
        seen.refresh(() -> {
            if (!menu.isShowing()) {
                menu.getItems().setAll(items());
            }
        });
        menu.getItems().setAll(items());
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (ColumnKind kind : columns.choosable()) {
            boolean field = ColumnKinds.fieldOf(kind.id()) != null;
            CheckMenuItem item = new CheckMenuItem(kind.words());
            item.setId("records-show-" + kind.controlId());
            item.setMnemonicParsing(false);
            item.setSelected(columns.shown(kind));
            item.setOnAction(event -> {
                if (field) {
                    columns.remove(kind);
                } else {
                    columns.show(kind, item.isSelected());
                }
            });
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        items.add(timeMenu());
        items.add(addMenu());
        MenuItem reset = Controls.item("records-columns-reset", "Reset columns", columns::reset);
        items.add(reset);
        return items;
    }

    private Menu timeMenu() {
        Menu menu = new Menu("Show times as");
        menu.setId("records-time-formats");
        RecordTimes times = columns.times();
        for (TimeFormat format : TimeFormat.values()) {
            RadioMenuItem item = new RadioMenuItem(format.words());
            item.setId("records-time-" + format.id());
            item.setSelected(times.formatProperty().get() == format);
            item.setOnAction(event -> times.choose(format));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu addMenu() {
        Menu menu = new Menu("Add a header or a field");
        menu.setId("records-columns-add");
        List<String> there = columns.choosable().stream().map(ColumnKind::words).toList();
        seen.names().stream()
                .filter(name -> !there.contains(name) && FieldReader.of(name).isPresent())
                .limit(MOST_FIELDS)
                .forEach(name -> {
                    menu.getItems().add(Controls.dataItem(name, () -> columns.promote(name)));
                });
        if (!seen.problem().isEmpty()) {
            menu.getItems().add(Controls.note("records-columns-problem", seen.problem()));
        }
        MenuItem other = Controls.item("records-columns-add-name", "By name…", this::askName);
        menu.getItems().add(other);
        return menu;
    }

    private void askName() {
        String forms = "header.name, value.path or key.path";
        dialogs.askText(
                new Dialogs.TextRequest(
                        "Add a column",
                        "Write " + forms,
                        "",
                        "Add the column",
                        typed -> FieldReader.of(typed).isPresent()
                                ? ""
                                : "Not a field. Write " + forms + ", for instance value.customer.key"),
                typed -> columns.promote(typed.strip()));
    }
}
