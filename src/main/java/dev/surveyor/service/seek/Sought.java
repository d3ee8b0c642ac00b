package dev.surveyor.service.seek;

/** Where a consumer was moved. */
public enum Sought {
    NOTHING,
    A_PLACE,
    THE_END
}
