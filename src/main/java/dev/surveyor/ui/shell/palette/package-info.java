/** The command palette: what one types a command, a topic or a record's place into; and the list of keys. */
@NullMarked
package dev.surveyor.ui.shell.palette;

import org.jspecify.annotations.NullMarked;
