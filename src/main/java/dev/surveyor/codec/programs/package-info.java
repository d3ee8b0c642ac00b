/**
 * What Kafka's own programs keep in topics: MirrorMaker, Connect and Streams. Known by the names of the topics and the
 * shapes of the records, and read without a class of theirs; what is inside of theirs is read like any other bytes.
 */
@NullMarked
package dev.surveyor.codec.programs;

import org.jspecify.annotations.NullMarked;
