package dev.surveyor.ui.records.highlight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The colours that a rule can give to rows; each has a sign of its own, so that nobody needs to see the colour. */
public enum HighlightColour {
    RED,
    AMBER,
    GREEN,
    TEAL,
    VIOLET,
    PINK;

    /** Returns its name in ids, settings and style sheets. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns its name for people, as the first word of a sentence. */
    public String words() {
        return name().charAt(0) + id().substring(1);
    }

    /** Returns the one after this, the first after the last. */
    public HighlightColour next() {
        List<HighlightColour> all = List.of(values());
        return all.get((all.indexOf(this) + 1) % all.size());
    }

    public static Optional<HighlightColour> of(String id) {
        for (HighlightColour colour : values()) {
            if (colour.id().equals(id)) {
                return Optional.of(colour);
            }
        }
        return Optional.empty();
    }
}
