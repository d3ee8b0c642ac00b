package dev.surveyor.ui.records.table;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.record.PartText;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.FilterField;
import dev.surveyor.service.field.KeyCondition;
import dev.surveyor.service.field.MenuField;
import dev.surveyor.service.field.RecordFields;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/**
 * Three menus of what a record holds: to show only records with the same, only records without it, or to have it as a
 * column. What cannot be done keeps its place, is disabled, and says why in parentheses.
 */
final class FieldMenus {

    private static final String ID = "records-menu-";

    private final RecordTableViewModel model;
    private final RecordColumns columns;
    private final Menu filterFor = new Menu("Filter for");
    private final Menu filterOut = new Menu("Filter out");
    private final Menu addColumn = new Menu("Add as column");

    FieldMenus(RecordTableViewModel model, RecordColumns columns) {
        this.model = model;
        this.columns = columns;
        filterFor.setId("records-menu-filter-for");
        filterOut.setId("records-menu-filter-out");
        addColumn.setId("records-menu-add-column");
    }

    Menu filterFor() {
        return filterFor;
    }

    Menu filterOut() {
        return filterOut;
    }

    Menu addColumn() {
        return addColumn;
    }

    /** Offers what there is in this record. */
    void fill(ConsumedRecord record) {
        RecordFields fields = RecordFields.of(record, model.decoding().reader());
        MenuField key = key(record);
        MenuField partition = partition(record);
        MenuItem forKey = filter(key, MenuField::condition);
        MenuItem outKey = filter(key, MenuField::opposite);
        MenuItem forPartition = filter(partition, MenuField::condition);
        MenuItem outPartition = filter(partition, MenuField::opposite);
        forKey.setId("records-menu-filter-for-key");
        outKey.setId("records-menu-filter-out-key");
        forPartition.setId("records-menu-filter-for-partition");
        outPartition.setId("records-menu-filter-out-partition");
        filterFor.getItems().setAll(forKey, forPartition);
        filterOut.getItems().setAll(outKey, outPartition);
        addColumn.getItems().clear();
        add(filterFor, "filter-for", fields, field -> filter(field, MenuField::condition));
        add(filterOut, "filter-out", fields, field -> filter(field, MenuField::opposite));
        add(addColumn, "add-column", fields, this::column);
    }

    private static void add(Menu menu, String verb, RecordFields fields, Function<MenuField, MenuItem> make) {
        section(menu, ID + verb + "-header-", fields.headers(), fields.headersNote(), make);
        section(menu, ID + verb + "-field-", fields.fields(), fields.fieldsNote(), make);
    }

    private static void section(
            Menu menu, String id, List<MenuField> fields, String note, Function<MenuField, MenuItem> make) {
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (int i = 0; i < fields.size(); i++) {
            MenuItem item = make.apply(fields.get(i));
            item.setId(id + i);
            menu.getItems().add(item);
        }
        if (!note.isEmpty()) {
            menu.getItems().add(Controls.note(id + "note", note));
        }
    }

    private MenuItem filter(MenuField field, Function<MenuField, @Nullable String> condition) {
        String wanted = condition.apply(field);
        return wanted == null
                ? disabled(field.path() + " (" + field.why() + ")")
                : Controls.dataItem(
                        MenuField.words(wanted), () -> model.filter().narrow(wanted));
    }

    private MenuItem column(MenuField field) {
        String why = field.column() ? columns.whyNot(field.path()) : field.why();
        return why == null
                ? Controls.dataItem(field.path(), () -> columns.promote(field.path()))
                : disabled(field.path() + " (" + why + ")");
    }

    private MenuField key(ConsumedRecord record) {
        return new MenuField(
                FilterField.KEY.word(),
                new KeyCondition(model.decoding().reader(), model.highlights()::matches).exactOrBeginning(record),
                "no filter can name it",
                false,
                () -> new PartText(model.decoding().reader()).of(record, RecordPart.KEY));
    }

    private static MenuField partition(ConsumedRecord record) {
        String partition = Integer.toString(record.partition().partition());
        String field = FilterField.PARTITION.word();
        return new MenuField(field, field + ":" + partition, "", false, () -> partition);
    }

    private static MenuItem disabled(String words) {
        MenuItem item = Controls.dataItem(words, () -> {});
        item.setDisable(true);
        return item;
    }
}
