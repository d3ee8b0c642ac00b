/**
 * Members of consumer groups on the Apache client: their poll threads, callbacks and commits, and the watching of
 * members of other programs. Other packages see them only through the ports of {@code service.group}.
 */
@NullMarked
package dev.surveyor.kafka.group;

import org.jspecify.annotations.NullMarked;
