/**
 * The lists of the bottom panel: what the clients of a connection reported, what went wrong, and the clients' own log.
 * They show and filter; nothing is decided about a client here.
 */
@NullMarked
package dev.surveyor.ui.log;

import org.jspecify.annotations.NullMarked;
