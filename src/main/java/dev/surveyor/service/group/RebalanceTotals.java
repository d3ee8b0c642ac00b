package dev.surveyor.service.group;

import java.time.Duration;

/**
 * What the rebalances of a group came to, since the timeline was begun.
 *
 * @param rebalances how often the generation or epoch rose
 * @param unowned the time in which at least one partition had no owner
 * @param redelivered offsets read twice at hand-offs
 * @param skipped offsets that nobody read at hand-offs
 * @param callbacksFailed callbacks, or commits in them, that failed
 */
public record RebalanceTotals(
        long rebalances, Duration unowned, long redelivered, long skipped, long callbacksFailed) {}
