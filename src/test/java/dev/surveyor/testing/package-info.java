/** What tests share: a real broker for integration tests, and waiting with a deadline. */
@NullMarked
package dev.surveyor.testing;

import org.jspecify.annotations.NullMarked;
