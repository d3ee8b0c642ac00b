/** Searching whole topics: the port, what is asked of it, and the matches on their way to the window. */
@NullMarked
package dev.surveyor.service.search;

import org.jspecify.annotations.NullMarked;
