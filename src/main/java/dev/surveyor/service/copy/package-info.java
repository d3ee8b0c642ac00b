/** Records as text for the clipboard: the forms, and what each writes. */
@NullMarked
package dev.surveyor.service.copy;

import org.jspecify.annotations.NullMarked;
