/** The rules of the code's layout, and a check that each of them catches something. */
@NullMarked
package dev.surveyor.architecture;

import org.jspecify.annotations.NullMarked;
