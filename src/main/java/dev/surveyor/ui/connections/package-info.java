/**
 * The first screen and the connections: starting the sandbox, saved profiles and their form, import, secrets asked for
 * at connect. What happens after a connection is open is the shell's and the other features' affair.
 */
@NullMarked
package dev.surveyor.ui.connections;

import org.jspecify.annotations.NullMarked;
