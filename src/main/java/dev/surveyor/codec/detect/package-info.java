/**
 * Which format a key or value is read in: the user's choice for its topic, or what the bytes show by themselves, with
 * every decoder that was tried and why it could not. The table, the inspector, the filter and the search all ask here.
 */
@NullMarked
package dev.surveyor.codec.detect;

import org.jspecify.annotations.NullMarked;
