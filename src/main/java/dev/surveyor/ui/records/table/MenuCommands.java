package dev.surveyor.ui.records.table;

import dev.surveyor.ui.page.PageCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * The items of the menu of a record as commands. Of a submenu those that every record has, which stand above its first
 * line; a disabled submenu is one command that cannot be done.
 */
final class MenuCommands {

    private static final Map<String, String> KEYS = Map.of(
            "records-menu-mark", keys(KeyCode.D),
            "records-menu-copy-value", keys(KeyCode.C),
            "records-menu-copy-row", keys(KeyCode.C, KeyCombination.SHIFT_DOWN));

    private MenuCommands() {}

    static List<PageCommand> of(Iterable<MenuItem> items) {
        List<PageCommand> commands = new ArrayList<>();
        for (MenuItem item : items) {
            if (item instanceof Menu menu && !menu.isDisable()) {
                for (MenuItem each : menu.getItems()) {
                    if (each instanceof SeparatorMenuItem) {
                        break;
                    }
                    commands.add(command(menu.getText() + " ", each));
                }
            } else {
                commands.add(command("", item));
            }
        }
        return commands;
    }

    private static PageCommand command(String before, MenuItem item) {
        return new PageCommand(
                before + item.getText(), KEYS.getOrDefault(item.getId(), ""), item.isDisable() ? null : item::fire);
    }

    private static String keys(KeyCode code, KeyCombination.Modifier... further) {
        KeyCombination.Modifier[] all = new KeyCombination.Modifier[further.length + 1];
        all[0] = KeyCombination.SHORTCUT_DOWN;
        System.arraycopy(further, 0, all, 1, further.length);
        return new KeyCodeCombination(code, all).getDisplayText();
    }
}
