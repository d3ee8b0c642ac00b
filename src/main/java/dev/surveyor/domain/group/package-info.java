/**
 * Members of a group that this app runs, and what befell their partitions.
 */
@NullMarked
package dev.surveyor.domain.group;

import org.jspecify.annotations.NullMarked;
