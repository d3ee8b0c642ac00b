/** Headers and fields of a record, as the menus of the table and of the inspector offer them. */
@NullMarked
package dev.surveyor.ui.records.field;

import org.jspecify.annotations.NullMarked;
