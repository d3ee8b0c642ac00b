/**
 * Finding one among the rows of a table: by its offset, its key, its order, or as one that was looked at before; and the
 * notices that a table has for its user.
 */
@NullMarked
package dev.surveyor.service.rows;

import org.jspecify.annotations.NullMarked;
