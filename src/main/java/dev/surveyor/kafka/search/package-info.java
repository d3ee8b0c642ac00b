/**
 * Reads topics from end to end for a filter, without a group. Matches are found where the client received the bytes;
 * only they are copied.
 */
@NullMarked
package dev.surveyor.kafka.search;

import org.jspecify.annotations.NullMarked;
