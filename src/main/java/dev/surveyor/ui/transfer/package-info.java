/** Export and import of records: two dialogs over the window, and the card of each that runs. */
@NullMarked
package dev.surveyor.ui.transfer;

import org.jspecify.annotations.NullMarked;
