package dev.surveyor.ui.page;

/** A page that reads when it is told to. */
@FunctionalInterface
public interface StartsReading {

    /** Starts reading where it says that it would begin. */
    void startReading();
}
