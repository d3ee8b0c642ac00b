/** What went wrong, in one sentence, where no broker said it. */
@NullMarked
package dev.surveyor.service.failure;

import org.jspecify.annotations.NullMarked;
