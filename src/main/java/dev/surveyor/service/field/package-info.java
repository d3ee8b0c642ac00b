/** Headers and fields of a record, as menus of the table and of the inspector offer them: how the filter language names them, and which condition holds for them. */
@NullMarked
package dev.surveyor.service.field;

import org.jspecify.annotations.NullMarked;
