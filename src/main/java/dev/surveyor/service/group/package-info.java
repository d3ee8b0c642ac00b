/**
 * Running members of consumer groups in this app and watching those of others; the history of their rebalances as lanes
 * and rows; moving what a group has committed.
 */
@NullMarked
package dev.surveyor.service.group;

import org.jspecify.annotations.NullMarked;
