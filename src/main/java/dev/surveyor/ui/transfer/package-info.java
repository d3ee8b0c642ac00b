/** Export and import of records: two dialogs over the window, and the menu that opens them. */
@NullMarked
package dev.surveyor.ui.transfer;

import org.jspecify.annotations.NullMarked;
