/**
 * Topics, partitions, groups and brokers as a cluster describes them at one moment.
 */
@NullMarked
package dev.surveyor.domain.cluster;

import org.jspecify.annotations.NullMarked;
