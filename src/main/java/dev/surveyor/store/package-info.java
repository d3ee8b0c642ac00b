/**
 * What is kept on disk: connection profiles and settings, each in one JSON file that is replaced as a whole. Implements
 * ports of {@code service}; no secret is ever written here, and no screen is known.
 */
@NullMarked
package dev.surveyor.store;

import org.jspecify.annotations.NullMarked;
