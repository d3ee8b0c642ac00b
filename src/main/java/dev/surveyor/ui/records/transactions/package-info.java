/** Marking and hiding records of aborted transactions. */
@NullMarked
package dev.surveyor.ui.records.transactions;

import org.jspecify.annotations.NullMarked;
