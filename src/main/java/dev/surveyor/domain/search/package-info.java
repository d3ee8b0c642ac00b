/**
 * A search over a topic: which offsets it reads, how far it is, and what it proves at its end.
 */
@NullMarked
package dev.surveyor.domain.search;

import org.jspecify.annotations.NullMarked;
