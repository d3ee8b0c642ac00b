package dev.surveyor.ui.transfer;

import java.util.List;
import javafx.scene.control.MenuItem;

/** What a topic's menu has to offer on files: an export and an import. */
public final class TransferItems {

    private TransferItems() {}

    /** Returns the items, in their order. */
    public static List<MenuItem> of(Runnable export, Runnable importing) {
        return List.of(
                item("transfer-export", "Export records…", export),
                item("transfer-import", "Import records…", importing));
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
