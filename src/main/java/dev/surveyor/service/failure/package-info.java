/** What went wrong, in one sentence, and how often. */
@NullMarked
package dev.surveyor.service.failure;

import org.jspecify.annotations.NullMarked;
