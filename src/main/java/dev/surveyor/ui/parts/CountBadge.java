package dev.surveyor.ui.parts;

import dev.surveyor.codec.words.Numbers;
import javafx.scene.control.Label;

/** A count beside a title, 16 high; takes no room while there is none. */
public final class CountBadge extends Label {

    public CountBadge(String id) {
        setId(id);
        getStyleClass().add("count-badge");
        setMinWidth(USE_PREF_SIZE);
        Shown.foldHidden(this);
        setVisible(false);
    }

    /** A badge that shows a count from the start. */
    public CountBadge(String id, long count) {
        this(id);
        setCount(count);
    }

    /** Shows the count. */
    public void setCount(long count) {
        setText(Numbers.grouped(count));
        setVisible(true);
    }
}
