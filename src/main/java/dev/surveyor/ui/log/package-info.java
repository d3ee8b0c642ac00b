/**
 * Lists of the bottom panel: what the clients of a connection reported, what went wrong, and the clients' own log with the
 * level of each kind of client.
 */
@NullMarked
package dev.surveyor.ui.log;

import org.jspecify.annotations.NullMarked;
