package dev.surveyor.ui.records;

import java.util.Objects;

/** Where the looks of the live table and of what stands around it are written down. */
public final class RecordStyles {

    private RecordStyles() {}

    /** Returns the address of the style sheet. */
    public static String sheet() {
        return Objects.requireNonNull(RecordStyles.class.getResource("records.css"))
                .toExternalForm();
    }
}
