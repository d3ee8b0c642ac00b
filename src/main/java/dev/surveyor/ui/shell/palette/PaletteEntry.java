package dev.surveyor.ui.shell.palette;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something that the palette offers.
 *
 * @param title its words
 * @param kind what it is, for instance {@code topic}
 * @param keys its accelerator as text; empty for none
 * @param icon its icon
 * @param action what it does; null where it cannot be done now, and the words say why
 */
public record PaletteEntry(
        String title,
        String kind,
        String keys,
        Feather icon,
        @Nullable Runnable action) {

    /** Returns whether it can be done now. */
    public boolean possible() {
        return action != null;
    }

    /** Returns how well this fits what was typed: 0 is best, negative is not at all. */
    public int rank(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        String own = title.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || own.startsWith(wanted)) {
            return 0;
        }
        if (own.contains(wanted)) {
            return 1;
        }
        return lettersInOrder(own, wanted) ? 2 : -1;
    }

    private static boolean lettersInOrder(String text, String wanted) {
        int at = 0;
        for (int i = 0; i < wanted.length(); i++) {
            at = text.indexOf(wanted.charAt(i), at);
            if (at < 0) {
                return false;
            }
            at++;
        }
        return true;
    }
}
