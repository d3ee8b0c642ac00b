package dev.surveyor.ui.page;

import org.jspecify.annotations.Nullable;

/**
 * Something that a page can do, as the palette offers it.
 *
 * @param words what it does; where it cannot be done now, with the reason in parentheses
 * @param keys its keys as this platform writes them; empty for none
 * @param action does it; null where it cannot be done now
 */
public record PageCommand(
        String words, String keys, @Nullable Runnable action) {

    /** Makes a command without keys that can always be done. */
    public PageCommand(String words, Runnable action) {
        this(words, "", action);
    }

    /** Returns the same command for a place that has to be gone to first. */
    public PageCommand after(Runnable first) {
        Runnable then = action;
        return then == null
                ? this
                : new PageCommand(words, keys, () -> {
                    first.run();
                    then.run();
                });
    }
}
