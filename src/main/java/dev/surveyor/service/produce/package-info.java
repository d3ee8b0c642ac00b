/** Sending records: what is typed for one, producers, deliveries, flush. */
@NullMarked
package dev.surveyor.service.produce;

import org.jspecify.annotations.NullMarked;
