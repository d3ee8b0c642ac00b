package dev.surveyor.ui.shell;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something that the palette offers.
 *
 * @param title its words
 * @param kind what it is, for instance {@code topic}
 * @param keys its accelerator as text; empty for none
 * @param icon its icon
 * @param action what it does
 */
record PaletteEntry(String title, String kind, String keys, Feather icon, Runnable action) {

    /** Returns how well this fits what was typed: 0 is best, negative is not at all. */
    int rank(String typed) {
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
