package dev.surveyor.ui.shell.palette;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys that work anywhere in the window, with the words by which the palette and the list of keys name them. */
public enum Shortcut {
    PALETTE("Search or run a command", KeyCode.K, KeyCombination.SHORTCUT_DOWN),
    PALETTE_TOO(PALETTE, KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    GO_TO("Go to a reference, topic or group", KeyCode.L, KeyCombination.SHORTCUT_DOWN),
    NEW_PRODUCER("New producer", KeyCode.N, KeyCombination.SHORTCUT_DOWN),
    SEARCH("Search a topic", KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    NEW_CONNECTION("Connections", KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    SIDEBAR("Show or hide the sidebar", KeyCode.B, KeyCombination.SHORTCUT_DOWN),
    INSPECTOR("Show or hide the inspector", KeyCode.I, KeyCombination.SHORTCUT_DOWN),
    BOTTOM_PANEL("Open or close the bottom panel", KeyCode.J, KeyCombination.SHORTCUT_DOWN),
    NEXT_TAB("Next tab", KeyCode.TAB, KeyCombination.CONTROL_DOWN),
    PREVIOUS_TAB("Previous tab", KeyCode.TAB, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN),
    CLOSE_TAB("Close the tab", KeyCode.W, KeyCombination.SHORTCUT_DOWN),
    REOPEN_TAB("Open the closed tab again", KeyCode.T, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    NEXT_REGION("Next region of the window", KeyCode.F6),
    PREVIOUS_REGION("Previous region of the window", KeyCode.F6, KeyCombination.SHIFT_DOWN),
    LARGER("Show everything larger", KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
    LARGER_TOO(LARGER, KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
    LARGER_ON_PAD(LARGER, KeyCode.ADD, KeyCombination.SHORTCUT_DOWN),
    SMALLER("Show everything smaller", KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN),
    SMALLER_ON_PAD(SMALLER, KeyCode.SUBTRACT, KeyCombination.SHORTCUT_DOWN),
    NORMAL_SIZE("Show everything in its normal size", KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN),
    REFRESH("Refresh topics and groups", KeyCode.F5),
    SETTINGS("Settings", KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN),
    KEYS("All keys", KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN),
    HELP(KEYS, KeyCode.F1);

    private final String words;
    private final boolean twin;

    @SuppressWarnings("ImmutableEnumChecker") // The class is immutable; the toolkit does not say so.
    private final KeyCodeCombination combination;

    Shortcut(String words, KeyCode code, KeyCombination.Modifier... modifiers) {
        this(words, false, new KeyCodeCombination(code, modifiers));
    }

    Shortcut(Shortcut first, KeyCode code, KeyCombination.Modifier... modifiers) {
        this(first.words, true, new KeyCodeCombination(code, modifiers));
    }

    Shortcut(String words, boolean twin, KeyCodeCombination combination) {
        this.words = words;
        this.twin = twin;
        this.combination = combination;
    }

    /** Returns whether another one before this does the same. */
    public boolean twin() {
        return twin;
    }

    /** Returns whether it is only the same key in another place, or on another keyboard. */
    public boolean silent() {
        return this == LARGER_TOO || this == LARGER_ON_PAD || this == SMALLER_ON_PAD;
    }

    /** Returns whether it changes how large everything is shown, and nothing else. */
    public boolean zooms() {
        return switch (this) {
            case LARGER, LARGER_TOO, LARGER_ON_PAD, SMALLER, SMALLER_ON_PAD, NORMAL_SIZE -> true;
            default -> false;
        };
    }

    public String words() {
        return words;
    }

    public KeyCodeCombination combination() {
        return combination;
    }

    /** Returns the keys as this platform writes them. */
    public String keys() {
        return combination.getDisplayText();
    }
}
