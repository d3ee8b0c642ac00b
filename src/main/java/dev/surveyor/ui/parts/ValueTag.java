package dev.surveyor.ui.parts;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what kind of value it is where there is no text to show: null, empty, tombstone, binary or not decodable. */
public final class ValueTag extends Label {

    /** Wider reasons end in an ellipsis, so that something of the value is seen beside them. */
    private static final double WIDEST_REASON = 220;

    private ValueTag(String text, String kind, String accessible) {
        super(text);
        getStyleClass().addAll("value-tag", kind);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(accessible);
    }

    /** Returns the tag of a key or header that is null. */
    public static ValueTag ofNull() {
        return new ValueTag("∅ null", "null", "null");
    }

    /** Returns the tag of a value of no bytes. */
    public static ValueTag empty() {
        return new ValueTag("\"\" empty", "empty", "empty, 0 bytes");
    }

    /** Returns the tag of a record whose value is null. */
    public static ValueTag tombstone() {
        return new ValueTag("∅ tombstone", "tombstone", "tombstone, the value is null");
    }

    /** Returns the tag of bytes that are not text. */
    public static ValueTag binary() {
        return new ValueTag("binary", "binary", "binary");
    }

    /** Returns the tag of bytes that are shown as they are, with the reason in a few words. */
    public static ValueTag binary(String reason) {
        ValueTag tag = new ValueTag(reason, "binary", "binary: " + reason);
        tag.bound();
        return tag;
    }

    /** Returns the tag of a value that could not be decoded, with the reason in a few words. */
    public static ValueTag error(String reason) {
        ValueTag tag = new ValueTag(reason, "error", "decode error: " + reason);
        tag.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        tag.bound();
        return tag;
    }

    private void bound() {
        setMinWidth(0);
        setMaxWidth(WIDEST_REASON);
    }
}
