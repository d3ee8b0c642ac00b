/**
 * The page of a consumer group: lanes of its members over time, controls for the members that this app runs, and the
 * history of its rebalances; and the rebalance log of a connection. Knows no other screen.
 */
@NullMarked
package dev.surveyor.ui.groups;

import org.jspecify.annotations.NullMarked;
