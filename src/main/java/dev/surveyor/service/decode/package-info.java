/**
 * How the records of each connection are read: the user's choices, remembered, and the schemas of its registry. What
 * speaks to registries and reads files is behind a port.
 */
@NullMarked
package dev.surveyor.service.decode;

import org.jspecify.annotations.NullMarked;
