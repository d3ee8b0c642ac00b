package dev.surveyor.ui.shell.palette;

import dev.surveyor.ui.parts.Uncut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The list of all keys. */
public final class KeysTable extends GridPane {

    /** Keys that belong to a part of the window, beside those that work anywhere. */
    private static final List<List<String>> LOCAL = List.of(
            List.of("Start or stop the consumer", "Ctrl+E"),
            List.of("Pause or resume fetching", "F8, Space in the table"),
            List.of("Read one record", "F9"),
            List.of("Follow, to the newest", "End in the table, Ctrl+End"),
            List.of("Oldest record", "Home in the table, Ctrl+Home"),
            List.of("Next / previous record", "Ctrl+↓ / Ctrl+↑"),
            List.of("Next / previous record with the same key", "Ctrl+] / Ctrl+["),
            List.of("Back / forward among selected records", "Alt+← / Alt+→"),
            List.of("Mark / next mark", "Ctrl+D in the table / F4"),
            List.of("Focus the filter", "Ctrl+F, / in the table"),
            List.of("Copy value / copy row", "Ctrl+C / Ctrl+Shift+C"),
            List.of("Send", "Ctrl+Enter in the producer"),
            List.of("Seek", "Ctrl+Shift+K"),
            List.of("Context menu", "Shift+F10, Menu"));

    public KeysTable() {
        getStyleClass().add("keys-grid");
        List<List<String>> rows = new ArrayList<>();
        for (Shortcut shortcut : Shortcut.values()) {
            if (!shortcut.twin()) {
                rows.add(List.of(shortcut.words(), allKeys(shortcut)));
            }
        }
        rows.addAll(LOCAL);
        int half = (rows.size() + 1) / 2;
        for (int i = 0; i < rows.size(); i++) {
            Label words = new Label(rows.get(i).get(0));
            Uncut.keep(words);
            Label keys = new Label(rows.get(i).get(1));
            keys.getStyleClass().add("key-hint");
            Uncut.keep(keys);
            int column = i < half ? 0 : 2;
            add(words, column, i % half);
            add(keys, column + 1, i % half);
        }
    }

    private static String allKeys(Shortcut shortcut) {
        return Arrays.stream(Shortcut.values())
                .filter(each -> each.words().equals(shortcut.words()) && !each.silent())
                .map(Shortcut::keys)
                .collect(Collectors.joining(", "));
    }
}
