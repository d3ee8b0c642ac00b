package dev.surveyor.ui.transfer;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu of a topic's page that leads to an export and an import. */
public final class TransferMenu extends MenuButton {

    public TransferMenu(Runnable export, Runnable importing) {
        setId("transfer-menu");
        setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        setAccessibleText("Export and import");
        setTooltip(new Tooltip("Export and import"));
        getStyleClass().addAll("sv-button", "flat", "transfer-menu");
        getItems()
                .addAll(
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
