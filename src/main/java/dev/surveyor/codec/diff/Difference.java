package dev.surveyor.codec.diff;

/**
 * One line of a comparison.
 *
 * @param kind what it says
 * @param place a path, a line number or an offset; empty where there is none
 * @param text what is there
 */
public record Difference(Kind kind, String place, String text) {

    /** What a line says. */
    public enum Kind {
        /** Only in the newer one. */
        ADDED,
        /** Only in the older one. */
        REMOVED,
        /** In both, for orientation. */
        SAME,
        /** So many lines are left out. */
        SKIPPED
    }
}
