package dev.surveyor.ui.fx;

/**
 * Decides with which frames a pulse ticks: 20 times a second, and less often where its ticks make frames long, so that
 * about half of the time is left for what the user does. One long frame alone, such as the first layout of a page,
 * changes little; the first short one brings the full rate back. All times in nanoseconds.
 */
final class PulsePace {

    static final long TICK_NANOS = 50_000_000;

    /** The longest time between two ticks, and the longest once several in a row made long frames. */
    static final long LONG_NANOS = 200_000_000;

    static final long LONGEST_NANOS = 500_000_000;

    private static final int SEVERAL = 4;
    private static final int SMOOTHED_OVER = 4;

    private long last = Long.MIN_VALUE;
    private boolean ticked;
    private long smoothed;
    private int longInARow;

    /** Returns whether the frame that begins now is one to tick with. */
    boolean due(long now) {
        if (ticked) {
            ticked = false;
            learn(now - last);
        }
        if (last != Long.MIN_VALUE && now - last < interval()) {
            return false;
        }
        last = now;
        ticked = true;
        return true;
    }

    /** Takes how long the frame of a tick was. */
    private void learn(long frame) {
        smoothed = frame < smoothed ? frame : smoothed + (frame - smoothed) / SMOOTHED_OVER;
        longInARow = 2 * frame > LONG_NANOS ? longInARow + 1 : 0;
    }

    private long interval() {
        long longest = longInARow >= SEVERAL ? LONGEST_NANOS : LONG_NANOS;
        return Math.min(longest, Math.max(TICK_NANOS, 2 * smoothed));
    }
}
