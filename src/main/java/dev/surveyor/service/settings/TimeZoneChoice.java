package dev.surveyor.service.settings;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** In which zone times are shown. */
public enum TimeZoneChoice {
    LOCAL("Local"),
    UTC("UTC");

    private final String label;

    TimeZoneChoice(String label) {
        this.label = label;
    }

    /** Returns the zone; that of this machine, as it is now, for {@link #LOCAL}. */
    public ZoneId zone() {
        return this == UTC ? ZoneOffset.UTC : ZoneId.systemDefault();
    }

    @Override
    public String toString() {
        return label;
    }
}
