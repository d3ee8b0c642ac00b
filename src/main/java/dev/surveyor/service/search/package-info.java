/**
 * Searching whole topics: the port, what is asked of it, and the matches on their way to the window; and what a search
 * can tell of aborted transactions.
 */
@NullMarked
package dev.surveyor.service.search;

import org.jspecify.annotations.NullMarked;
