package dev.surveyor.sandbox;

import java.time.Duration;

/**
 * What can be seen from outside of a broker at work.
 *
 * @param lines how many lines it has printed
 * @param logSize how long its log is, in bytes
 * @param work how long it has computed; zero where the system does not tell
 */
record BrokerTraces(long lines, long logSize, Duration work) {

    /** A process that only waits computes a little as well. */
    private static final Duration NOTICEABLE = Duration.ofMillis(500);

    boolean differsFrom(BrokerTraces before) {
        return lines != before.lines
                || logSize != before.logSize
                || work.minus(before.work).compareTo(NOTICEABLE) >= 0;
    }
}
