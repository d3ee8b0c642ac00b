/** How fast something rises: records of a table, of a search, of the members of a group. */
@NullMarked
package dev.surveyor.service.rate;

import org.jspecify.annotations.NullMarked;
