/** The filter language in a second, slow form, against which the fast one is tried. */
@NullMarked
package dev.surveyor.filter.slow;

import org.jspecify.annotations.NullMarked;
