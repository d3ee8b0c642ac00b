package dev.surveyor.bench;

import java.util.Arrays;

/**
 * Runs two ways to do the same in turns, so that what else happens on the machine meets both, and keeps the medians.
 * {@code -Dbench.rounds} sets the number of rounds.
 */
final class Contest {

    private static final int WARM_UPS = 4;

    /** The toolkit's code takes longer to be compiled than a loop over records. */
    private static final int WARM_UPS_OF_A_WINDOW = 12;

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 9);

    private Contest() {}

    /** One of the two; what it returns is not used. */
    @FunctionalInterface
    interface Run {
        long run() throws Exception;
    }

    /** One of the two that measures itself, for instance because its preparation does not count. */
    @FunctionalInterface
    interface Measured {

        /** Returns what was measured, in nanoseconds or in any other unit. */
        double measure() throws Exception;
    }

    /** The medians, in nanoseconds or in whatever was measured. */
    record Times(double ours, double reference) {}

    /** Runs both in turns and measures the time from begin to end. */
    static Times run(Run ours, Run reference) throws Exception {
        return measure(timed(ours), timed(reference));
    }

    private static Measured timed(Run run) {
        return () -> {
            long begin = System.nanoTime();
            run.run();
            return System.nanoTime() - begin;
        };
    }

    /** Runs both in turns, each of which measures itself. */
    static Times measure(Measured ours, Measured reference) throws Exception {
        return measure(ours, reference, WARM_UPS, () -> {});
    }

    /**
     * Runs a window and its reference in turns, each of which measures itself.
     *
     * @param onWarm called once, before the rounds that count
     */
    static Times measureWindow(Measured ours, Measured reference, Runnable onWarm) throws Exception {
        return measure(ours, reference, WARM_UPS_OF_A_WINDOW, onWarm);
    }

    private static Times measure(Measured ours, Measured reference, int warmUps, Runnable onWarm) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            reference.measure();
            ours.measure();
        }
        onWarm.run();
        double[] oursAll = new double[ROUNDS];
        double[] referenceAll = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            // Neither is always the one that finds the garbage of the other.
            boolean oursFirst = i % 2 == 0;
            if (oursFirst) {
                oursAll[i] = ours.measure();
            }
            referenceAll[i] = reference.measure();
            if (!oursFirst) {
                oursAll[i] = ours.measure();
            }
        }
        return new Times(median(oursAll), median(referenceAll));
    }

    private static double median(double[] all) {
        Arrays.sort(all);
        int middle = all.length / 2;
        return all.length % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
    }
}
