package dev.surveyor.ui.records.rows;

/** Where a consumer was moved. */
public enum Sought {
    NOTHING,
    A_PLACE,
    THE_END
}
