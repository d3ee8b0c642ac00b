package dev.surveyor.codec.format;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of bytes beside their text; nothing of it is an error by itself.
 *
 * @param brief what a table cell has room for: why they could not be read or what is wrong, in a few words, or what it
 *     shows in place of a text that tells little at its beginning; empty for nothing
 * @param note what a person should know, a sentence without its end, or null
 * @param views what else can be made of the bytes
 */
public record Aside(String brief, @Nullable String note, Set<View> views) {

    /** Nothing. */
    public static final Aside NONE = new Aside("", null, Set.of());

    public Aside {
        views = Set.copyOf(views);
    }

    /** Returns words for a cell. */
    public static Aside brief(String brief) {
        return new Aside(brief, null, Set.of());
    }

    /** Returns a sentence, without its end, and the words for a cell. */
    public static Aside note(String brief, String note) {
        return new Aside(brief, note, Set.of());
    }

    /** Returns a sentence without its end. */
    public static Aside note(String note) {
        return note("", note);
    }

    /** Returns the same without words for a cell. */
    public Aside withoutBrief() {
        return brief.isEmpty() ? this : new Aside("", note, views);
    }

    /** Returns the same with another view that the bytes have. */
    public Aside offering(View view) {
        return and(new Aside("", null, Set.of(view)));
    }

    /** Returns both; of two words or sentences the first counts. */
    public Aside and(Aside other) {
        if (equals(NONE) || other.equals(NONE)) {
            return equals(NONE) ? other : this;
        }
        EnumSet<View> both = EnumSet.noneOf(View.class);
        both.addAll(views);
        both.addAll(other.views);
        return new Aside(brief.isEmpty() ? other.brief : brief, note == null ? other.note : note, both);
    }
}
