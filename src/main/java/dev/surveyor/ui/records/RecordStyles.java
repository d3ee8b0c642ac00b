package dev.surveyor.ui.records;

import dev.surveyor.ui.parts.StyleSheets;

/** Where the looks of the live table and of what stands around it are written down. */
public final class RecordStyles {

    private RecordStyles() {}

    /** Returns the address of the style sheet. */
    public static String sheet() {
        return StyleSheets.of(RecordStyles.class);
    }
}
