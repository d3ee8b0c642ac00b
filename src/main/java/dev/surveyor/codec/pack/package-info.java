/** Payloads that are compressed themselves: each format unpacked up to a limit, and what is inside decoded further. */
@NullMarked
package dev.surveyor.codec.pack;

import org.jspecify.annotations.NullMarked;
