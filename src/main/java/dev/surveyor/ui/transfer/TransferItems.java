package dev.surveyor.ui.transfer;

import dev.surveyor.ui.parts.Controls;
import java.util.List;
import javafx.scene.control.MenuItem;

/** What a topic's menu has to offer on files: an export and an import. */
public final class TransferItems {

    private TransferItems() {}

    /** Returns the items, in their order. */
    public static List<MenuItem> of(Runnable export, Runnable importing) {
        return List.of(
                Controls.item("transfer-export", "Export records…", export),
                Controls.item("transfer-import", "Import records…", importing));
    }
}
