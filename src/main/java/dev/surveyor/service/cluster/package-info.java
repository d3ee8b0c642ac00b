/**
 * Reading what a cluster is made of: topics, partitions, groups, brokers, offsets.
 */
@NullMarked
package dev.surveyor.service.cluster;

import org.jspecify.annotations.NullMarked;
