/**
 * What the Kafka clients write to their log, as lines by context, and how much they write.
 */
@NullMarked
package dev.surveyor.service.log;

import org.jspecify.annotations.NullMarked;
