package dev.surveyor.ui.parts;

import javafx.scene.input.DataFormat;

/** What is dragged inside the window, beside the text and the files that other programs understand. */
public final class DragForms {

    /** Records as JSON Lines, which lose nothing: a string. */
    public static final DataFormat RECORDS = of("application/x-surveyor-records");

    /** A {@link DraggedTopic}: a string. */
    static final DataFormat TOPIC = of("application/x-surveyor-topic");

    private DragForms() {}

    /** Returns the format of that name; the toolkit refuses to make one twice. */
    public static DataFormat of(String name) {
        DataFormat known = DataFormat.lookupMimeType(name);
        return known == null ? new DataFormat(name) : known;
    }
}
