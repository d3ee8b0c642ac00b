package dev.surveyor.ui.fx;

/** The clipboard of the desktop. For the JavaFX thread only. */
public interface Clipboards {

    /** Replaces what is on the clipboard. */
    void copy(String text);

    /** Returns the text on the clipboard, empty where there is none. */
    String text();
}
