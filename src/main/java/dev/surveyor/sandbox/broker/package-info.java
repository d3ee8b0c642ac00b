/**
 * What runs inside the broker's own process and nowhere else. It is packed into a small jar of its own, so it uses the
 * JDK and, by name only, the broker; nothing else of Surveyor may be used here.
 */
@NullMarked
package dev.surveyor.sandbox.broker;

import org.jspecify.annotations.NullMarked;
